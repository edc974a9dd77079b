// Plots line, area and bar charts on a grid with two axes.

import { svg } from "../shared/dom.js";
import { axisFor, linear, shortNumber } from "./scale.js";

const TOP = 12;
const RIGHT = 12;
const LABEL_WIDTH = 7;

/** Where things stand: the scales of both axes and the edges of the plot. */
function layOut(chart, width, height) {
  const { categories, x_label: xLabel, y_label: yLabel } = chart.axis_config;
  const values = chart.series.flatMap((series) => series.data.map((point) => point.value));
  const axis = axisFor(values, { fromZero: chart.type !== "line" });
  const widest = Math.max(...axis.ticks.map((tick) => shortNumber(tick).length));
  const left = 14 + widest * LABEL_WIDTH + (yLabel ? 18 : 0);
  const bottom = height - (xLabel ? 42 : 24);
  const right = width - RIGHT;
  const band = (right - left) / categories.length;
  return {
    ...axis,
    categories,
    xLabel,
    yLabel,
    left,
    right,
    bottom,
    band,
    x: (index) => left + band * (index + 0.5),
    y: linear([axis.low, axis.high], [bottom, TOP]),
  };
}

function drawGrid({ ticks, left, right, y }) {
  return ticks.map((tick) => [
    svg("line", {
      class: tick === 0 ? "chart-zero" : "chart-grid",
      x1: left,
      x2: right,
      y1: y(tick),
      y2: y(tick),
    }),
    svg(
      "text",
      { class: "chart-label", x: left - 8, y: y(tick) + 4, "text-anchor": "end" },
      shortNumber(tick),
    ),
  ]);
}

/** As many category labels as fit side by side, the last one always. */
function drawCategories({ categories, band, bottom, x }) {
  const widest = Math.max(...categories.map((category) => category.length)) * LABEL_WIDTH + 12;
  const every = Math.max(1, Math.ceil(widest / band));
  const last = categories.length - 1;
  return categories.map(
    (category, index) =>
      (last - index) % every === 0 &&
      svg("text", { class: "chart-label", x: x(index), y: bottom + 18, "text-anchor": "middle" }, category),
  );
}

function drawAxisNames({ xLabel, yLabel, left, right, bottom }) {
  const middle = (TOP + bottom) / 2;
  return [
    xLabel &&
      svg(
        "text",
        { class: "chart-axis-name", x: (left + right) / 2, y: bottom + 36, "text-anchor": "middle" },
        xLabel,
      ),
    yLabel &&
      svg(
        "text",
        {
          class: "chart-axis-name",
          "text-anchor": "middle",
          transform: `translate(12 ${middle}) rotate(-90)`,
        },
        yLabel,
      ),
  ];
}

function tooltip(series, point) {
  return svg("title", {}, `${series.name}, ${point.label}: ${String(point.value).replace("-", "−")}`);
}

function placesOf(series, { categories, x, y }) {
  return series.data.map((point) => ({ point, x: x(categories.indexOf(point.label)), y: y(point.value) }));
}

function path(places) {
  return places.map((place, index) => `${index === 0 ? "M" : "L"}${place.x} ${place.y}`).join("");
}

function drawLine(series, index, layout) {
  const places = placesOf(series, layout);
  const dots = places.map((place) =>
    svg(
      "circle",
      { class: `dot tone-${index + 1}`, cx: place.x, cy: place.y, r: 3.5 },
      tooltip(series, place.point),
    ),
  );
  return [svg("path", { class: `line tone-${index + 1}`, d: path(places) }), dots];
}

function drawArea(series, index, layout) {
  const places = placesOf(series, layout);
  const ground = layout.y(Math.max(0, layout.low));
  const shape = `${path(places)}L${places.at(-1).x} ${ground}L${places[0].x} ${ground}Z`;
  return [svg("path", { class: `area tone-${index + 1}`, d: shape }), drawLine(series, index, layout)];
}

/** Bars of several series stand side by side above their category. */
function drawBars(series, index, layout, count) {
  const group = Math.min(layout.band * 0.7, 48 * count);
  const width = group / count;
  const ground = layout.y(Math.max(0, layout.low));
  return placesOf(series, layout).map((place) =>
    svg(
      "rect",
      {
        class: `bar tone-${index + 1}`,
        rx: 2,
        width: Math.max(1, width - 2),
        height: Math.max(1, Math.abs(ground - place.y)),
        x: place.x - group / 2 + width * index + 1,
        y: Math.min(ground, place.y),
      },
      tooltip(series, place.point),
    ),
  );
}

const DRAW = { line: drawLine, area: drawArea, bar: drawBars };

/**
 * Plot a chart with axes.
 * @param {{type: "line"|"area"|"bar", series: object[], axis_config: object}} chart
 * @param {number} width in CSS pixels
 * @param {number} height
 * @returns {Array} SVG nodes
 */
export function drawPlot(chart, width, height) {
  const layout = layOut(chart, width, height);
  const shapes = chart.series.map((series, index) =>
    DRAW[chart.type](series, index, layout, chart.series.length),
  );
  return [drawGrid(layout), drawCategories(layout), drawAxisNames(layout), shapes];
}
