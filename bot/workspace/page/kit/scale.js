// Chooses the round numbers on a chart's axis and turns values into places.

const STEPS = [1, 2, 2.5, 5, 10];

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * STEPS.find((step) => step * power >= rough - 1e-12);
}

/**
 * Choose an axis that holds all values.
 * @param {number[]} values
 * @param {{fromZero: boolean, count?: number}} options bars and areas begin at zero
 * @returns {{ticks: number[], low: number, high: number}}
 */
export function axisFor(values, { fromZero, count = 4 }) {
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  const step = niceStep((high - low || Math.abs(high) || 1) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { ticks, low: first * step, high: last * step };
}

/**
 * Turn a value into a place between two ends.
 * @param {[number, number]} domain
 * @param {[number, number]} range
 * @returns {(value: number) => number}
 */
export function linear([low, high], [start, end]) {
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** A number in few characters: 1.2K, 68, −3.5. */
export function shortNumber(value) {
  const words = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 2 }).format(
    value,
  );
  return words.replace("-", "−");
}
