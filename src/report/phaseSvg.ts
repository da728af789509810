import type { Diagram } from "../experiments/phase/diagram.ts";
import type { Overlay } from "../experiments/phase/overlay.ts";
import type { PhaseAxis } from "../experiments/phase/plane.ts";
import { log } from "../numeric/log.ts";
import { shortNumber } from "./table.ts";

const SIZE = { width: 460, height: 360, left: 70, top: 56, bottom: 56, right: 24, legend: 20 };

/** Colours that stay apart for colour-blind readers (Okabe and Ito), one a threshold in the order of the legend. */
const COLOURS = ["#d55e00", "#009e73", "#cc79a7", "#e69f00", "#000000"];
/** No seed shows the event, and every seed: between them by the share. */
const NONE = [245, 245, 240] as const;
const ALL = [86, 160, 220] as const;
const UNKNOWN = "#ffffff";
const LN10 = log(10);

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const short = (x: number) => String(Number(x.toFixed(1)));
const colourOf = (share: number | null) =>
  share === null
    ? UNKNOWN
    : `rgb(${NONE.map((none, k) => Math.round(none + share * ((ALL[k] as number) - none))).join(",")})`;

/** Powers of ten of a range; over less than three decades also their 2- and 5-fold. */
function ticksOf(from: number, to: number): number[] {
  const first = Math.floor(log(from) / LN10);
  const powers = Array.from({ length: Math.ceil(log(to) / LN10) - first + 1 }, (_, k) => first + k);
  const factors = to < 1000 * from ? [1, 2, 5] : [1];
  return powers
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((tick) => tick >= from && tick <= to);
}

/** A logarithmic axis over `length`: where values stand, and the borders between neighbours, in the middle. */
function scaleOf({ values }: PhaseAxis, length: number) {
  const logs = values.map(log);
  const borders = [
    logs[0] as number,
    ...logs.slice(1).map((value, k) => (value + (logs[k] as number)) / 2),
    logs.at(-1) as number,
  ];
  const [from, to] = [borders[0] as number, borders.at(-1) as number];
  const at = (value: number) => (length * (value - from)) / (to - from);
  return {
    place: (value: number) => at(log(value)),
    /** Whether it is on the axis; up to what rounding leaves. */
    holds: (value: number | null): value is number =>
      value !== null && value > 0 && log(value) >= from && log(value) <= to,
    borders: borders.map(at),
    ticks: ticksOf(values[0] as number, values.at(-1) as number),
  };
}

/** What SVG needs of places: x from the left, y from the top. */
interface Frame {
  readonly x: ReturnType<typeof scaleOf>;
  readonly y: ReturnType<typeof scaleOf>;
  readonly across: (value: number) => number;
  readonly up: (value: number) => number;
}

/** The full grid, column by column, neighbours of one colour as one rectangle. */
function tiles({ nodes, filled, x, y, event }: Diagram, frame: Frame): string[] {
  const shares = filled.map((column) => column.map((answer) => (answer === null ? null : Number(answer))));
  for (const node of nodes)
    (shares[x.values.indexOf(node.x)] as (number | null)[])[y.values.indexOf(node.y)] = node.share;
  return shares.flatMap((column, i) => {
    const drawn: string[] = [];
    for (let k = 0; k < column.length; ) {
      let last = k;
      while (last + 1 < column.length && column[last + 1] === column[k]) last++;
      const share = column[k] as number | null;
      const [left, right] = [frame.x.borders[i] as number, frame.x.borders[i + 1] as number];
      const [low, high] = [frame.y.borders[k] as number, frame.y.borders[last + 1] as number];
      const colour = colourOf(share);
      drawn.push(
        `<rect x="${short(SIZE.left + left)}" y="${short(SIZE.top + SIZE.height - high)}" width="${short(right - left)}" height="${short(high - low)}" fill="${colour}" stroke="${colour}" stroke-width="0.4"><title>${escape(event.name)}: ${share === null ? "not known" : shortNumber(share)}</title></rect>`,
      );
      k = last + 1;
    }
    return drawn;
  });
}

/** Steps of the boundary, each as a line through the middle between the two nodes. */
function boundaryLines({ boundary, x, y }: Diagram, frame: Frame): string[] {
  return boundary.map(({ along, at, to }) => {
    const [i, k] =
      along === "x" ? [x.values.indexOf(to), y.values.indexOf(at)] : [x.values.indexOf(at), y.values.indexOf(to)];
    const [left, low] = [
      SIZE.left + (frame.x.borders[i] as number),
      SIZE.top + SIZE.height - (frame.y.borders[k] as number),
    ];
    const [right, high] =
      along === "x"
        ? [left, SIZE.top + SIZE.height - (frame.y.borders[k + 1] as number)]
        : [SIZE.left + (frame.x.borders[i + 1] as number), low];
    return `<line x1="${short(left)}" y1="${short(low)}" x2="${short(right)}" y2="${short(high)}" stroke="#333" stroke-width="1.5" stroke-linecap="round"/>`;
  });
}

/** A threshold: a line, or a point where it is known at one value of the other axis; an explicit one with bars or dotted lines at 5% and 95%. */
function overlayLines(
  { threshold, reading, points }: Overlay,
  colour: string,
  vertical: boolean,
  frame: Frame,
): string[] {
  const [own, other] = vertical ? [frame.x, frame.y] : [frame.y, frame.x];
  const placed = (decay: number, at: number) =>
    vertical ? [frame.across(decay), frame.up(at)] : [frame.across(at), frame.up(decay)];
  const title = `<title>${escape(`${threshold} (${reading})`)}</title>`;
  const line = (of: "low" | "median" | "high") => {
    const inside = points.filter(({ at, weightDecay }) => own.holds(weightDecay[of]) && other.holds(at));
    const places = inside.map(({ at, weightDecay }) => placed(weightDecay[of] as number, at));
    const dash = of !== "median" ? "1 4" : reading === "order" ? "7 4" : "";
    if (places.length === 1) {
      const [[cx, cy]] = places as [[number, number]];
      return [
        `<circle cx="${short(cx)}" cy="${short(cy)}" r="${of === "median" ? 5 : 2.5}" fill="${reading === "order" ? "none" : colour}" stroke="${colour}" stroke-width="2">${title}</circle>`,
      ];
    }
    if (places.length === 0) return [];
    const text = places.map((place) => place.map(short).join(",")).join(" ");
    return [
      `<polyline points="${text}" fill="none" stroke="${colour}" stroke-width="2"${dash && ` stroke-dasharray="${dash}"`}>${title}</polyline>`,
    ];
  };
  const spread = points.some(({ weightDecay: { low, high } }) => low !== high);
  return [...line("median"), ...(spread ? [...line("low"), ...line("high")] : [])];
}

function axes({ x, y }: Diagram, frame: Frame): string[] {
  const { width, height, left, top } = SIZE;
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#333"/>`,
    ...frame.x.ticks.map(
      (tick) =>
        `<text x="${short(frame.across(tick))}" y="${top + height + 18}" text-anchor="middle">${shortNumber(tick)}</text>`,
    ),
    ...frame.y.ticks.map(
      (tick) => `<text x="${left - 8}" y="${short(frame.up(tick) + 4)}" text-anchor="end">${shortNumber(tick)}</text>`,
    ),
    `<text x="${left + width / 2}" y="${top + height + 40}" text-anchor="middle">${escape(x.name)}</text>`,
    `<text transform="translate(18 ${top + height / 2}) rotate(-90)" text-anchor="middle">${escape(y.name)}</text>`,
  ];
}

/**
 * A phase diagram as a drawing: logarithmic axes, the share of seeds that show the event as a colour, nodes that were run as dots, the boundary at half
 * of the seeds, thresholds of weight decay (dashed: order; solid: explicit, dotted at 5% and 95% of starts), published runs as crosses.
 *
 * @param figure the diagram
 * @param title above it
 * @returns SVG
 */
export function phaseSvg(figure: Diagram, title: string): string {
  const { width, height, left, top, bottom, right, legend } = SIZE;
  const [x, y] = [scaleOf(figure.x, width), scaleOf(figure.y, height)];
  const frame: Frame = { x, y, across: (value) => left + x.place(value), up: (value) => top + height - y.place(value) };
  const drawn = figure.thresholds.filter(({ points }) => points.length > 0);
  const names = [...new Set(drawn.map(({ threshold }) => threshold))];
  const colour = (threshold: string) => COLOURS[names.indexOf(threshold) % COLOURS.length] as string;
  const entries = drawn.map(({ threshold, reading, formula }) => ({
    text: `${threshold}, ${reading}${reading === "order" ? `: ${formula}` : ": half of all starts (dotted: 5%, 95%)"}`,
    mark: `stroke="${colour(threshold)}" stroke-width="2"${reading === "order" ? ' stroke-dasharray="7 4"' : ""}`,
  }));
  const size = { width: left + width + right, height: top + height + bottom + (entries.length + 2) * legend };
  const rowAt = (k: number) => top + height + bottom + 12 + k * legend;
  const about = `${figure.event.name}: ${figure.event.about}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">
${[
  '<rect width="100%" height="100%" fill="white"/>',
  `<text x="${size.width / 2}" y="22" text-anchor="middle" font-size="15">${escape(title)}</text>`,
  `<text x="${size.width / 2}" y="42" text-anchor="middle">${escape(about)}</text>`,
  ...tiles(figure, frame),
  ...figure.nodes.map(
    (node) => `<circle cx="${short(frame.across(node.x))}" cy="${short(frame.up(node.y))}" r="1.1" fill="#555"/>`,
  ),
  ...boundaryLines(figure, frame),
  ...drawn.flatMap((overlay) =>
    overlayLines(overlay, colour(overlay.threshold), figure.x.name === "weightDecay", frame),
  ),
  ...figure.published.map(
    (mark) =>
      `<text x="${short(frame.across(mark.x))}" y="${short(frame.up(mark.y) + 6)}" text-anchor="middle" font-size="18" font-weight="bold" stroke="white" stroke-width="3" paint-order="stroke">×<title>${escape(mark.sources.join(", "))}</title></text>`,
  ),
  ...axes(figure, frame),
  `<rect x="${left}" y="${rowAt(0) - 10}" width="12" height="12" fill="${colourOf(1)}" stroke="#999"/><rect x="${left + 16}" y="${rowAt(0) - 10}" width="12" height="12" fill="${colourOf(0)}" stroke="#999"/>`,
  `<text x="${left + 36}" y="${rowAt(0)}">all and none of ${figure.seeds.length} seeds; dots: nodes run (${figure.grid.run} of ${figure.grid.nodes})${figure.published.length > 0 ? "; ×: published" : ""}</text>`,
  ...entries.flatMap(({ text, mark }, k) => [
    `<line x1="${left}" y1="${rowAt(k + 1) - 4}" x2="${left + 30}" y2="${rowAt(k + 1) - 4}" ${mark}/>`,
    `<text x="${left + 36}" y="${rowAt(k + 1)}">${escape(text)}</text>`,
  ]),
].join("\n")}
</svg>
`;
}
