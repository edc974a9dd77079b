// Draws data_visualization blocks: a title, a chart as wide as its place, a legend, and its numbers for screen readers.

import { el, svg } from "../shared/dom.js";
import { drawPie } from "./pie.js";
import { drawPlot } from "./plot.js";

const HEIGHT = 220;

function legendEntry(name, index) {
  return el("li", {}, el("span", { class: `legend-swatch tone-${index + 1}` }), name);
}

function drawLegend(chart) {
  const names =
    chart.type === "pie"
      ? chart.segments.map((segment) => segment.label)
      : chart.series.map((series) => series.name);
  return el("ul", { class: "legend", "aria-hidden": "true" }, names.map(legendEntry));
}

function numbersOf(chart) {
  if (chart.type === "pie") return chart.segments.map((segment) => [segment.label, segment.value]);
  return chart.axis_config.categories.map((category) => [
    category,
    ...chart.series.map((series) => valueAt(series, category)),
  ]);
}

function valueAt(series, category) {
  return series.data.find((point) => point.label === category)?.value ?? "";
}

/** The same numbers as a table, heard but not seen. */
function drawNumbers(block) {
  const names = block.chart.type === "pie" ? ["Value"] : block.chart.series.map((series) => series.name);
  const row = (cells, tag) =>
    el(
      "tr",
      {},
      cells.map((cell) => el(tag, {}, String(cell))),
    );
  return el(
    "div",
    { class: "only-heard" },
    el(
      "table",
      {},
      el("caption", {}, block.title),
      row(["", ...names], "th"),
      numbersOf(block.chart).map((cells) => row(cells, "td")),
    ),
  );
}

/** Redraw when the place becomes wider or narrower, so that words keep their size. */
function followWidth(place, draw) {
  let drawnFor = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (width === 0 || width === drawnFor) return;
    drawnFor = width;
    place.replaceChildren(draw(width));
  }).observe(place);
}

/**
 * Draw a data_visualization block.
 * @param {{title: string, chart: object}} block
 */
export function drawChart(block) {
  const place = el("div", {
    class: "chart-place",
    "aria-hidden": "true",
    style: { "min-height": `${HEIGHT}px` },
  });
  const drawing = block.chart.type === "pie" ? drawPie : drawPlot;
  followWidth(place, (width) =>
    svg(
      "svg",
      { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` },
      drawing(block.chart, width, HEIGHT),
    ),
  );
  return el(
    "figure",
    { class: "chart" },
    el("figcaption", { class: "chart-title" }, block.title),
    place,
    drawLegend(block.chart),
    drawNumbers(block),
  );
}
