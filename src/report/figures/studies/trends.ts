import * as Plot from "@observablehq/plot";
import { InputError } from "../../../setting/inputError.ts";
import { commandFor, type Figure } from "../figure.ts";
import { COLOURS, FAINT, INK } from "../palette.ts";
import { CLEAR, logarithmic, shareAxis } from "../sheet/axes.ts";
import type { Panel } from "../sheet/panel.ts";
import { slug } from "../sheet/words.ts";
import { CHECK_FOLDER, evidenceIn, parts, verdictLook, verdictsOf } from "./studies.ts";

const COLUMNS = 2;
const CLAIMED = { colour: COLOURS.black, dash: "5 4" } as const;

/** How many runs end as a theorem says, at one n. */
interface TrendPoint {
  readonly x: number;
  readonly agree: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
  /** The share that is claimed. */
  readonly claimed: number;
}

/** A theorem about whole runs, as n grows. */
interface Trend {
  readonly claim: string;
  readonly check: string;
  readonly verdict: string;
  readonly points: readonly TrendPoint[];
}

export interface TrendsData {
  readonly trends: readonly Trend[];
  readonly command: string;
}

function trendsOf({ claim, evidence }: ReturnType<typeof evidenceIn>[number]): Trend[] {
  const points = parts.list(evidence.points ?? [], "points").map((each, k) => parts.object(each, `points[${k}]`));
  if (points.length === 0 || points.some(({ agree }) => agree === undefined)) return [];
  const [check, verdict] = [parts.text(evidence.check, "check"), parts.text(evidence.verdict, "verdict")];
  const pointOf = (point: (typeof points)[number], k: number): TrendPoint => {
    const number = (name: string) => parts.number(point[name], `points[${k}].${name}`);
    const [x, agree, of, claimed] = [number("x"), number("agree"), number("of"), number("claimed")];
    return { x, agree, of, claimed, low: number("low"), high: number("high") };
  };
  return [{ claim, check, verdict, points: points.map(pointOf) }];
}

const panelName = ({ claim, check }: Trend) => slug(`${claim}-${check}`);

function panelOf(trend: Trend): Panel {
  const { claim, check, verdict, points } = trend;
  const { colour, symbol } = verdictLook(verdict);
  const share = ({ agree, of }: TrendPoint) => agree / of;
  return {
    name: panelName(trend),
    title: `${claim}: ${check}`,
    note: `${points.map(({ x, agree, of }) => `n = ${x}: ${agree} of ${of}`).join(", ")}: ${verdict}`,
    plot: ({ across, up }) => {
      const y = shareAxis("share of runs that end as claimed", up);
      return {
        x: logarithmic(
          "training examples n",
          points.map(({ x }) => x),
          across,
        ),
        ...{ y, ...CLEAR, insetLeft: 6, insetRight: 6 },
        marks: [
          Plot.gridY(y.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
          Plot.line(points, {
            ...{ x: "x", y: "claimed", stroke: CLAIMED.colour, strokeWidth: 1.3, strokeDasharray: CLAIMED.dash },
          }),
          Plot.line(points, { x: "x", y: share, stroke: colour, strokeWidth: 1.6 }),
          Plot.ruleX(points, { x: "x", y1: "low", y2: "high", stroke: colour, strokeWidth: 2 }),
          Plot.dot(points, { x: "x", y: share, fill: colour, symbol, r: 3.6 }),
          Plot.frame({ stroke: INK }),
        ],
      };
    },
  };
}

const captionOf = ({ command }: TrendsData) =>
  `Dots: the share of seeds whose run ends as the theorem says, where every hypothesis is met with the constant 1; bars: its exact 95% interval; dashed: the share that is claimed. Made by: ${command}`;

/** Theorems about whole runs, as n grows. */
export const trends: Figure<TrendsData> = {
  name: "trends",
  about: "the share of runs that end as a theorem says, as n grows, against what is claimed, a panel a theorem",
  from: CHECK_FOLDER,
  read(source) {
    const trends = evidenceIn(source).flatMap(trendsOf);
    if (trends.length === 0)
      throw new InputError(
        `from must name ${CHECK_FOLDER} with shares as n grows, but ${source.path} has none; check a theorem about whole runs`,
      );
    return { trends, command: commandFor("trends", source) };
  },
  caption: captionOf,
  sheet(data) {
    const panels = data.trends.map(panelOf);
    return {
      title: "Theorems about whole runs, as n grows",
      about: `${panels.length} panels, one a theorem: the share of runs that end as it says over n, with intervals, and the share that is claimed.`,
      rows: [panels],
      columns: Math.min(COLUMNS, panels.length),
      keys: (shown) => [
        ...verdictsOf(data.trends.filter((trend) => shown.has(panelName(trend)))).map((label) => ({
          label,
          ...verdictLook(label),
          dash: "",
        })),
        { label: "claimed", ...CLAIMED },
      ],
      caption: captionOf(data),
    };
  },
};
