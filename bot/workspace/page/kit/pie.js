// Draws pie charts with the share of each segment beside it.

import { svg } from "../shared/dom.js";
import { shortNumber } from "./scale.js";

const FULL = 2 * Math.PI;

function point(center, radius, turn) {
  const angle = turn * FULL - FULL / 4;
  return `${center.x + radius * Math.cos(angle)} ${center.y + radius * Math.sin(angle)}`;
}

/** A slice between two turns of the circle, 0 to 1; a whole circle needs two arcs. */
function slice(center, radius, from, to) {
  if (to - from > 0.9999) return `${slice(center, radius, 0, 0.5)}${slice(center, radius, 0.5, 0.9998)}`;
  const isLarge = to - from > 0.5 ? 1 : 0;
  return `M${center.x} ${center.y}L${point(center, radius, from)}A${radius} ${radius} 0 ${isLarge} 1 ${point(center, radius, to)}Z`;
}

function drawShare(center, radius, middle, share) {
  const [x, y] = point(center, radius + 18, middle).split(" ");
  return svg(
    "text",
    { class: "chart-label", x, y: Number(y) + 4, "text-anchor": "middle" },
    `${Math.round(share * 100)}%`,
  );
}

/**
 * Draw a pie.
 * @param {{segments: Array<{label: string, value: number}>}} chart
 * @param {number} width in CSS pixels
 * @param {number} height
 * @returns {Array} SVG nodes
 */
export function drawPie(chart, width, height) {
  const total = chart.segments.reduce((sum, segment) => sum + segment.value, 0);
  const center = { x: width / 2, y: height / 2 };
  const radius = height / 2 - 32;
  let from = 0;
  return chart.segments.map((segment, index) => {
    const share = segment.value / total;
    const start = from;
    from += share;
    return [
      svg(
        "path",
        { class: `slice tone-${index + 1}`, d: slice(center, radius, start, from) },
        svg("title", {}, `${segment.label}: ${shortNumber(segment.value)}`),
      ),
      drawShare(center, radius, start + share / 2, share),
    ];
  });
}
