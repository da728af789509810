import type { Corner, Coverage, Part } from "../bounds/coverage/coverage.ts";

const SIZE = { width: 360, height: 360, left: 56, top: 44, bottom: 48, gap: 24, legend: 22 };

/** Colours that stay apart for colour-blind readers (Okabe and Ito), one a theorem in the order of the legend; black where several overlap. */
const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];
const UNCOVERED = "#eeeeee";
const OVERLAP = "#000000";

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const short = (x: number) => String(Number(x.toFixed(2)));

/** Evenly spaced from 0 to most, about five. */
function ticks(most: number): number[] {
  const step = [0.25, 0.5, 1, 2, 5, 10, 20, 50].find((size) => most / size <= 6) ?? most / 5;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, k) => k * step);
}

function panel({ optimizer, regions, parts, edges }: Coverage, offset: number): string {
  const { width, height, left, top } = SIZE;
  const most = Math.max(...parts.flatMap(({ corners }) => corners.map(({ l }) => l)));
  const x = (beta: number) => short(offset + left + beta * width);
  const y = (l: number) => short(top + height - (l / most) * height);
  const points = (corners: readonly Corner[]) => corners.map(({ beta, l }) => `${x(beta)},${y(l)}`).join(" ");
  const colour = ({ theorems }: Part) =>
    theorems.length === 0
      ? UNCOVERED
      : theorems.length > 1
        ? OVERLAP
        : (COLOURS[regions.findIndex(({ theorem }) => theorem === theorems[0]) % COLOURS.length] as string);
  const title = (part: Part) => `<title>${escape(part.theorems.join(", ") || "no theorem")}</title>`;
  return [
    `<text x="${x(0.5)}" y="${top - 16}" text-anchor="middle" font-size="15" font-weight="bold">${escape(optimizer)}</text>`,
    ...parts.map((part) => {
      // Drawn with a stroke of its own colour, so that no gap shows between neighbours.
      return `<polygon points="${points(part.corners)}" fill="${colour(part)}" stroke="${colour(part)}" stroke-width="0.5">${title(part)}</polygon>`;
    }),
    ...edges.map(
      (edge) =>
        `<polyline points="${points(edge.corners)}" fill="none" stroke="${colour(edge)}" stroke-width="7" stroke-linecap="round">${title(edge)}</polyline>`,
    ),
    `<rect x="${x(0)}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#333"/>`,
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (beta) => `<text x="${x(beta)}" y="${top + height + 18}" text-anchor="middle">${short(beta)}</text>`,
    ),
    ...ticks(most).map(
      (l) => `<text x="${Number(x(0)) - 8}" y="${Number(y(l)) + 4}" text-anchor="end">${short(l)}</text>`,
    ),
    `<text x="${x(0.5)}" y="${top + height + 38}" text-anchor="middle">beta (batch size n^beta)</text>`,
    `<text transform="translate(${offset + 16} ${top + height / 2}) rotate(-90)" text-anchor="middle">l (weight decay n^-l)</text>`,
    ...regions.map(({ name, region }, k) => {
      const at = top + height + SIZE.bottom + 14 + k * SIZE.legend;
      const words = region.length > 46 ? `${name}: as drawn` : `${name}: ${region}`;
      return `<rect x="${x(0)}" y="${at - 10}" width="12" height="12" fill="${COLOURS[k % COLOURS.length]}"/><text x="${Number(x(0)) + 18}" y="${at}">${escape(words)}</text>`;
    }),
  ].join("\n");
}

/**
 * A coverage map as a drawing.
 *
 * @param maps one panel each
 * @param title above them
 * @returns SVG: a theorem's region in its colour, thick lines where it applies on a border alone, black where theorems overlap, grey where none applies
 */
export function coverageSvg(maps: readonly Coverage[], title: string): string {
  const { width, height, left, top, bottom, gap, legend } = SIZE;
  const panelWidth = left + width + gap;
  const rows = Math.max(...maps.map(({ regions }) => regions.length));
  const size = { width: panelWidth * maps.length + gap, height: 30 + top + height + bottom + (rows + 1) * legend };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
<text x="${size.width / 2}" y="24" text-anchor="middle" font-size="16">${escape(title)}</text>
<g transform="translate(0 30)">
${maps.map((map, k) => panel(map, k * panelWidth)).join("\n")}
</g>
</svg>
`;
}
