// Builds DOM nodes from plain values, so that text from people is never read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** Children may be nested lists; null, undefined and false leave no trace. */
function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") node.addEventListener(name.slice(2), value);
  else if (name === "style") Object.entries(value).forEach((entry) => node.style.setProperty(...entry));
  else node.setAttribute(name, value === true ? "" : String(value));
}

function fill(node, attributes, children) {
  Object.entries(attributes).forEach(([name, value]) => setAttribute(node, name, value));
  node.append(...children.flat(Infinity).filter(isShown));
  return node;
}

/**
 * Make an HTML element.
 * @param {string} tag
 * @param {object} [attributes] attributes; functions under `on…` listen, `style` is an object
 * @param {...(Node|string|null|false|Array)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * Make an SVG element.
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * Gather nodes that belong together without an element around them.
 * @returns {DocumentFragment}
 */
export function fragment(...children) {
  const gathered = document.createDocumentFragment();
  gathered.append(...children.flat(Infinity).filter(isShown));
  return gathered;
}

let lastId = 0;

/**
 * Make an id that no other element of the page has, to tie labels to controls.
 * @param {string} prefix
 */
export function uniqueId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/**
 * Say whether an address may become a link: nothing that could run a script.
 * @param {string} address
 */
export function isSafeAddress(address) {
  return /^(https?:|mailto:|tel:|slack:)/i.test(address.trim());
}

/**
 * Make a link that opens beside the page, or plain text where the address is not a safe one.
 * @param {string} address
 * @param {...(Node|string)} children shown instead of the address
 */
export function link(address, ...children) {
  const shown = children.length > 0 ? children : [address];
  if (!isSafeAddress(address)) return el("span", {}, ...shown);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...shown);
}
