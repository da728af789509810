import { FATES } from "../../src/experiments/sweep/fates.ts";
import { shortNumber } from "../../src/report/table.ts";
import { byId, make } from "../page/dom.ts";
import { percent } from "../page/percent.ts";
import { sentence } from "../page/sentence.ts";
import { labelsOf } from "./labels.ts";
import type { Sketch } from "./mapper.ts";
import { type MapPlane, pointOf } from "./plane.ts";
import type { ThresholdLine } from "./thresholdLines.ts";

/** A batch size and a weight decay. */
export interface Spot {
  readonly batchSize: number;
  readonly weightDecay: number;
}

/** What is on the map. */
export interface Drawn {
  readonly plane: MapPlane;
  readonly sketch: Sketch | undefined;
  readonly thresholds: readonly ThresholdLine[];
  /** The present run; undefined where its batches are given, for the map is of those that are drawn. */
  readonly dot: Spot | undefined;
}

/** Shares of the height that names of thresholds need for themselves. */
const ROOM = 0.06;

/** How much of its colour a place has that may yet turn out to be in another region. */
const GUESSED = 0.45;

const SVG = "http://www.w3.org/2000/svg";

function at(element: HTMLElement, x: number, y: number): HTMLElement {
  element.style.setProperty("--x", String(x));
  element.style.setProperty("--y", String(y));
  return element;
}

const tick = (share: number, text: string) => {
  const element = make("span", {}, text);
  element.style.setProperty("--at", String(share));
  return element;
};

/** Those that end within the plane: far beyond it nothing is drawn. */
const withinPlane = ({ plane: { weightDecays }, thresholds }: Drawn): readonly ThresholdLine[] =>
  thresholds.filter(({ points }) => {
    const { median } = points.at(-1) as ThresholdLine["points"][number];
    return median >= (weightDecays[0] as number) && median <= (weightDecays.at(-1) as number);
  });

/**
 * Where the names of thresholds stand: at the right ends of their lines, at the left ones where the present run is to the right of the middle and
 * the line has a left end; one above the other where they would meet.
 */
function thresholdNames(drawn: Drawn): HTMLElement[] {
  const { plane, dot } = drawn;
  const left = dot !== undefined && pointOf(plane, dot.batchSize, dot.weightDecay).x > 0.5;
  let last = -1;
  return withinPlane(drawn)
    .map(({ name, points }) => {
      const { batchSize, median } = points.at(-1) as ThresholdLine["points"][number];
      const whole = points.length === plane.batchSizes.length;
      return { name, median, side: left && whole ? "left" : "right", y: pointOf(plane, batchSize, median).y };
    })
    .sort((a, b) => a.y - b.y)
    .map(({ name, median, side, y }) => {
      last = Math.min(1 - ROOM, Math.max(y, last + ROOM));
      return at(make("span", { class: `map-threshold ${side}` }, `${name} ${shortNumber(median)}`), 1, last);
    });
}

/** A line through a threshold's points; of one that is known at the full batch alone as wide as its column. */
function pathOf(plane: MapPlane, { points }: ThresholdLine): SVGPathElement {
  const half = 0.5 / plane.batchSizes.length;
  const places = points.map(({ batchSize, median }) => pointOf(plane, batchSize, median));
  const [first, last] = [places[0], places.at(-1)] as [(typeof places)[number], (typeof places)[number]];
  const all = [{ x: first.x - half, y: first.y }, ...places, { x: last.x + half, y: last.y }];
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", `M${all.map(({ x, y }) => `${x},${1 - y}`).join("L")}`);
  return path;
}

function paint(canvas: HTMLCanvasElement, { plane: { batchSizes, weightDecays }, sketch }: Drawn): void {
  const [width, height] = [batchSizes.length, weightDecays.length];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const style = getComputedStyle(canvas);
  const colours = new Map(FATES.map(({ name }) => [name, style.getPropertyValue(`--map-${name}`)]));
  sketch?.filled.forEach((region, node) => {
    if (region === null) return;
    // What is only taken to be so is pale until the map is complete.
    context.globalAlpha = sketch.missing === 0 || sketch.places.has(node) ? 1 : GUESSED;
    context.fillStyle = colours.get(region) as string;
    context.fillRect(Math.floor(node / height), height - 1 - (node % height), 1, 1);
  });
}

/** A place of the map in words. */
export function wordsAt({ plane, sketch }: Pick<Drawn, "plane" | "sketch">, i: number, k: number): string {
  const node = i * plane.weightDecays.length + k;
  const where = `b = ${plane.batchSizes[i]}, λ = ${shortNumber(plane.weightDecays[k] as number)}`;
  const region = sketch?.filled[node] ?? null;
  if (region === null) return `${where}: not known yet.`;
  const place = sketch?.places.get(node);
  if (place) return `${where}: ${region}, wrong on ${percent(place.testError)} of fresh examples.`;
  return `${where}: ${region}, as its neighbours do${sketch?.missing === 0 ? "" : " so far"}.`;
}

/** Builds the map's elements into its section. */
export function newMapPanel(host: HTMLElement) {
  const canvas = make("canvas", { "aria-hidden": "true" });
  const lines = document.createElementNS(SVG, "svg");
  lines.setAttribute("viewBox", "0 0 1 1");
  lines.setAttribute("preserveAspectRatio", "none");
  lines.setAttribute("aria-hidden", "true");
  const names = make("div", { "aria-hidden": "true" });
  const thresholds = make("div", { "aria-hidden": "true" });
  const dot = make("span", { class: "map-dot" });
  const cursor = make("span", { class: "map-cursor" });
  const plane = make(
    "div",
    {
      ...{ class: "map-plane", tabindex: 0, role: "application", "aria-roledescription": "map" },
      ...{ "aria-label": "Phase map: arrow keys move, Enter starts the run there", "aria-describedby": "map-words" },
    },
    ...[canvas, lines, names, thresholds, cursor, dot],
  );
  const up = make("div", { class: "map-ticks up", "aria-hidden": "true" });
  const across = make("div", { class: "map-ticks across", "aria-hidden": "true" });
  host.append(
    make("h2", {}, "Phase map"),
    make(
      "p",
      { class: "about" },
      `One training a place, of at most 2/η steps. ${FATES.map(({ name, about }) => `${sentence(name)}: ${about}`).join(". ")}. A click, or Enter, starts the run of a place.`,
    ),
    make(
      "div",
      { class: "map-frame" },
      up,
      plane,
      across,
      make("div", { class: "map-axis", "aria-hidden": "true" }, "batch size b; upwards: weight decay λ"),
    ),
    make("p", { id: "map-words" }),
    make("p", { id: "map-progress", class: "about" }),
  );
  return {
    plane,
    /** Draws all of it. */
    draw(drawn: Drawn): void {
      const { batchSizes, weightDecays } = drawn.plane;
      const filled = drawn.sketch?.filled ?? [];
      paint(canvas, drawn);
      cursor.style.setProperty("--columns", String(batchSizes.length));
      lines.replaceChildren(...withinPlane(drawn).map((line) => pathOf(drawn.plane, line)));
      names.replaceChildren(
        ...labelsOf(filled, weightDecays.length).map(({ region, x, y }) =>
          at(make("span", { class: "map-region" }, region), x, y),
        ),
      );
      up.replaceChildren(
        ...weightDecays
          .filter((_, k) => k % 4 === 0)
          .map((value) => tick(pointOf(drawn.plane, 1, value).y, value < 1e-2 ? value.toExponential() : String(value))),
      );
      across.replaceChildren(...batchSizes.map((value) => tick(pointOf(drawn.plane, value, 1).x, String(value))));
      this.move(drawn);
      const { places, missing } = drawn.sketch ?? { places: new Map(), missing: 1 };
      byId("map-progress").textContent =
        missing > 0
          ? `${places.size} places trained, ${missing} or more to go.`
          : `${places.size} places trained, in this page; those between them end as their neighbours do.`;
    },
    /** Puts the dot where the present run is, and the names of thresholds where it is not. */
    move(drawn: Drawn): void {
      const { plane: where, dot: spot } = drawn;
      thresholds.replaceChildren(...thresholdNames(drawn));
      dot.hidden = spot === undefined;
      if (!spot) return;
      const { x, y } = pointOf(where, spot.batchSize, spot.weightDecay);
      at(dot, x, y);
    },
    /** Puts the cursor on a node, and says what is there. */
    point(drawn: Drawn, [i, k]: readonly [number, number]): void {
      const { x, y } = pointOf(drawn.plane, drawn.plane.batchSizes[i] as number, drawn.plane.weightDecays[k] as number);
      at(cursor, x, y);
      byId("map-words").textContent = wordsAt(drawn, i, k);
    },
  };
}
