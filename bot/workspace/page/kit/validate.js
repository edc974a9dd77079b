// Checks what was entered in a modal before it is submitted, as Slack does on its own.

const REQUIRED = "Please complete this required field.";

function isEmpty({ type, ...value }) {
  return Object.values(value).every(
    (held) => held === null || held === undefined || held === "" || held.length === 0,
  );
}

function checkNumber(element, text) {
  const number = Number(text.trim().replace(",", "."));
  if (Number.isNaN(number)) return "Please enter a number.";
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return "Please enter a whole number.";
  if (element.min_value !== undefined && number < Number(element.min_value))
    return `Must be ${element.min_value} or more.`;
  if (element.max_value !== undefined && number > Number(element.max_value))
    return `Must be ${element.max_value} or less.`;
  return null;
}

function checkLength(element, text) {
  const { min_length: least, max_length: most } = element;
  if (least && text.length < least) return `Please enter at least ${least} characters.`;
  if (most && text.length > most) return `Please enter at most ${most} characters.`;
  return null;
}

function checkAddress(text) {
  return URL.canParse(text) ? null : "Please enter a complete address, such as https://example.com.";
}

function checkEmail(text) {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : "Please enter a valid e-mail address.";
}

const CHECKS = {
  plain_text_input: checkLength,
  number_input: checkNumber,
  url_text_input: (_, text) => checkAddress(text),
  email_text_input: (_, text) => checkEmail(text),
};

function problemOf(block, form) {
  const { element } = block;
  const value = form.get(block.block_id, element.action_id);
  if (!value) return null;
  if (isEmpty(value)) return block.optional ? null : REQUIRED;
  return CHECKS[element.type]?.(element, value.value) ?? null;
}

/**
 * Find what is wrong in a view's inputs.
 * @param {object[]} blocks
 * @param {import("./form.js").Form} form
 * @returns {Object<string, string>} sentences by block_id; empty where all is well
 */
export function findProblems(blocks, form) {
  const problems = blocks
    .filter((block) => block.type === "input")
    .map((block) => [block.block_id, problemOf(block, form)]);
  return Object.fromEntries(problems.filter(([, sentence]) => sentence));
}
