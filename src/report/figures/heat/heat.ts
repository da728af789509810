import * as Plot from "@observablehq/plot";
import type { HeatReport } from "../../../experiments/heat/report.ts";
import type { Report } from "../../../experiments/reproduce.ts";
import { exp } from "../../../numeric/exp.ts";
import { log } from "../../../numeric/log.ts";
import { InputError } from "../../../setting/inputError.ts";
import { commandFor, type Figure, type Source } from "../figure.ts";
import { COLOURS, INK, PAPER } from "../palette.ts";
import { type Axis, linear } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import type { Panel } from "../sheet/panel.ts";
import { numberText } from "../sheet/words.ts";
import { LEVELS, shadeOf, tilesOf } from "./tiles.ts";

const HEAT_REPORT = "the report.json of reproduce with a heat map, such as k23";

/** The first map, and others over the same letters, of which the boundary is drawn. */
export interface HeatData {
  readonly map: HeatReport;
  readonly others: readonly HeatReport[];
  readonly command: string;
}

function heatFrom(source: Source): HeatData {
  const report = source.json() as Partial<Report> | undefined;
  const [map, ...others] = (report?.maps ?? []) as [HeatReport, ...HeatReport[]];
  if (!Array.isArray(map?.testError))
    throw new InputError(`from must be ${HEAT_REPORT}, but ${source.path} has no map; name another file`);
  const over = ({ rows, columns }: HeatReport) => `${rows.name}, ${columns.name}`;
  const same = others.filter((other) => over(other) === over(map));
  return { map, others: same, command: commandFor("heat", source) };
}

/** A linear axis of exactly these values: a map ends where its cells do. */
function exactly(label: string, values: readonly number[], most: number): Axis {
  const axis = linear(label, values, most);
  const [from, to] = [values[0] as number, values.at(-1) as number];
  return { ...axis, domain: [from, to], ticks: (axis.ticks ?? []).filter((tick) => tick >= from && tick <= to) };
}

type Point = { readonly x: number; readonly y: number };

const boundaryOf = ({ rows, boundary }: HeatReport): Point[] =>
  boundary.flatMap((x, k) => (x === null ? [] : [{ x, y: rows.values[k] as number }]));

/** What of a line lies on a map. */
const on = ({ columns }: HeatReport, points: readonly Point[]): Point[] =>
  points.filter(({ x }) => x <= (columns.values.at(-1) as number));

/** The claimed curve that lies nearest. */
function claimedOf({ rows, claimed, exponent: { factor } }: HeatReport): Point[] {
  if (!claimed || factor === null) return [];
  return rows.values.map((y) => ({ x: factor * exp(claimed.exponent * log(y)), y }));
}

const publishedOf = ({ published }: HeatReport): Point[] => (published?.boundary ?? []).map(([y, x]) => ({ x, y }));

const panelOf = ({ map, others }: HeatData): Panel => ({
  name: map.name,
  height: (width) => Math.min(420, 0.72 * width),
  plot: ({ across, up }) => {
    const place = { x: "x", y: "y" } as const;
    return {
      x: exactly(map.columns.name, map.columns.values, across),
      y: exactly(map.rows.name, map.rows.values, up),
      marks: [
        Plot.rect(tilesOf(map), {
          ...{ x1: "x1", x2: "x2", y1: "y1", y2: "y2", strokeWidth: 0.3 },
          ...{ fill: ({ level }) => shadeOf(level), stroke: ({ level }) => shadeOf(level) },
        }),
        ...[PAPER, INK].map((stroke, k) =>
          Plot.line(boundaryOf(map), { ...place, stroke, strokeWidth: k === 0 ? 4 : 1.8 }),
        ),
        Plot.line(claimedOf(map), { ...place, stroke: COLOURS.vermillion, strokeWidth: 2, strokeDasharray: "7 3" }),
        ...others.map((other) =>
          Plot.line(on(map, boundaryOf(other)), {
            ...place,
            stroke: COLOURS.purple,
            strokeWidth: 2,
            strokeDasharray: "2 3",
          }),
        ),
        Plot.dot(publishedOf(map), { ...place, fill: PAPER, stroke: INK, symbol: "diamond", r: 4 }),
        Plot.frame({ stroke: INK }),
      ],
    };
  },
});

function keysOf({ map, others }: HeatData): Key[] {
  const { cut, claimed, published, exponent } = map;
  const grown = exponent.ofMean === null ? "" : `: ${map.rows.name}^${numberText(Number(exponent.ofMean.toFixed(3)))}`;
  return [
    ...[LEVELS - 1, Math.floor(LEVELS / 2), 0].map((level) => ({
      ...{ label: `test error ${numberText(0.1 + level * 0.05)}`, colour: shadeOf(level), fill: 1 },
    })),
    { label: `error ${numberText(cut)}${grown}`, colour: INK, dash: "" },
    ...(claimed
      ? [
          {
            ...{ label: `claimed: ${map.rows.name}^${numberText(claimed.exponent)}, nearest curve` },
            ...{ colour: COLOURS.vermillion, dash: "7 3" },
          },
        ]
      : []),
    ...others.map(({ name }) => ({ label: `error ${numberText(cut)}, ${name}`, colour: COLOURS.purple, dash: "2 3" })),
    ...(published ? [{ label: "published, at the same cut", colour: INK, symbol: "diamond", hollow: true }] : []),
  ];
}

function captionOf({ map, others, command }: HeatData): string {
  const { rows, columns, replicates, testSize } = map;
  const sizes = `${rows.values.length} x ${columns.values.length} cells, ${replicates} runs each, ${testSize} fresh examples`;
  const beside = others.map((other) => ` ${other.name}: ${other.title}.`).join("");
  return `${map.title} (${map.source}); ${sizes}.${beside} Made by: ${command}`;
}

/** A heat map of test errors over two letters, with where they pass a cut, what was claimed and what was published. */
export const heat: Figure<HeatData> = {
  name: "heat",
  about: "a heat map of reproduce (k23, c22-n, ...): test error over a plane, its boundary, the claimed curve",
  from: HEAT_REPORT,
  read: heatFrom,
  caption: captionOf,
  sheet(data) {
    const { map } = data;
    return {
      title: `Test error over ${map.columns.name} and ${map.rows.name}`,
      about: `A heat map over ${map.columns.name} and ${map.rows.name}: ${map.title}; the boundary at error ${map.cut}, and the claimed curve that lies nearest.`,
      rows: [[panelOf(data)]],
      keys: () => keysOf(data),
      caption: captionOf(data),
    };
  },
};
