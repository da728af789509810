import * as Plot from "@observablehq/plot";
import { exp } from "../../../numeric/exp.ts";
import { log } from "../../../numeric/log.ts";
import { InputError } from "../../../setting/inputError.ts";
import { mean } from "../../../statistics/mean.ts";
import type { Figure } from "../figure.ts";
import { COLOURS, INK } from "../palette.ts";
import { logarithmic } from "../sheet/axes.ts";
import type { Panel } from "../sheet/panel.ts";
import { formulaText, numberText, slug } from "../sheet/words.ts";
import {
  CHECK_FOLDER,
  type StudiesData,
  type Study,
  studiesFrom,
  studiesText,
  verdictLook,
  verdictsOf,
} from "./studies.ts";

const COLUMNS = 3;
/** Of an axis, at least: what is flat looks flat. */
const DECADES = 0.5;
const CLAIMED = { colour: COLOURS.black, dash: "5 4", fill: 0.13 } as const;

const claimedText = ([low, high]: Study["claimed"]) => {
  if (low === high) return numberText(low);
  if (high === Infinity) return `≥ ${numberText(low)}`;
  return low === -Infinity ? `≤ ${numberText(high)}` : `${numberText(low)} to ${numberText(high)}`;
};

const around = (values: readonly number[]) => exp(mean(values.map((value) => log(value))));

/** Lines of slopes through the middle of the points, on both logarithmic scales. */
function lineOf(points: Study["points"], low: number, high = low) {
  const [mx, my] = [around(points.map(({ x }) => x)), around(points.map(({ median }) => median))];
  const xs = points.map(({ x }) => x);
  const at = (x: number, slope: number) => my * exp(slope * log(x / mx));
  return [Math.min(...xs), mx, Math.max(...xs)].map((x) => {
    const [one, other] = [at(x, low), at(x, high)];
    return { x, y: one, low: Math.min(one, other), high: Math.max(one, other) };
  });
}

/** The slopes that agree with the claim: its range, wider by the slack on both sides; an end that is open reaches as far as the measured slope. */
function wedgeOf({ points, claimed: [low, high], slack, slope }: Study) {
  const [from, to] = [low === -Infinity ? Math.min(slope, high) : low, high === Infinity ? Math.max(slope, low) : high];
  return lineOf(points, from - slack, to + slack);
}

const panelName = ({ claim, check }: Study) => slug(`${claim}-${check}`);

function panelOf(study: Study): Panel {
  const { claim, check, about, verdict, over, slope, low, high, claimed, points } = study;
  const { colour, symbol } = verdictLook(verdict);
  const fitted = lineOf(points, slope);
  const ends = [...new Set(claimed)].filter(Number.isFinite).map((end) => lineOf(points, end));
  const wedge = wedgeOf(study);
  const ys = [
    ...points.flatMap((point) => [point.low, point.high]),
    ...[fitted, ...ends].flat().map(({ y }) => y),
    ...wedge.flatMap(({ low, high }) => [low, high]),
  ].filter((y) => y > 0 && y < Infinity);
  return {
    name: panelName(study),
    title: `${claim}: ${check}`,
    note: `${about}. Slope ${numberText(slope)} [${numberText(low)}, ${numberText(high)}], claimed ${claimedText(claimed)}: ${verdict}`,
    plot: ({ across, up }) => ({
      inset: 6,
      x: logarithmic(
        formulaText(over),
        points.map(({ x }) => x),
        across,
      ),
      y: logarithmic("quantity", ys, up, DECADES),
      marks: [
        Plot.areaY(wedge, { x: "x", y1: "low", y2: "high", fill: CLAIMED.colour, fillOpacity: CLAIMED.fill }),
        ...ends.map((end) =>
          Plot.line(end, { x: "x", y: "y", stroke: CLAIMED.colour, strokeWidth: 1.3, strokeDasharray: CLAIMED.dash }),
        ),
        Plot.line(fitted, { x: "x", y: "y", stroke: colour, strokeWidth: 1.6 }),
        Plot.ruleX(points, { x: "x", y1: "low", y2: "high", stroke: colour, strokeWidth: 2 }),
        Plot.dot(points, { x: "x", y: "median", fill: colour, symbol, r: 3.5 }),
        Plot.frame({ stroke: INK }),
      ],
    }),
  };
}

const captionOf = ({ studies, command }: StudiesData) =>
  `Points and bars: median over seeds and its distribution-free interval. Lines pass through the middle of the points: solid, the median of the slopes of the seeds; dashed, the claimed slope, or the end of the claimed range; the grey wedge, the slopes that agree with it within the slack that the study names. ${studiesText(studies)}. Made by: ${command}`;

/** Scaling studies, point by point. */
export const scaling: Figure<StudiesData> = {
  name: "scaling",
  about: "scaling studies on doubly logarithmic scales, with the fitted and the claimed slope",
  from: CHECK_FOLDER,
  read(source) {
    const { studies, command } = studiesFrom(source, "scaling");
    const whole = studies.filter(({ points }) => points.length > 1);
    if (whole.length === 0)
      throw new InputError(
        `from must name ${CHECK_FOLDER} with the points of its studies, but ${source.path} is from before they were kept; check again, or draw "slopes"`,
      );
    return { studies: whole, command };
  },
  caption: captionOf,
  sheet(data) {
    const panels = data.studies.map(panelOf);
    return {
      title: "Scaling studies: measured, fitted and claimed",
      about: `${panels.length} panels, one a study, on doubly logarithmic scales.`,
      rows: [panels],
      ...{ rowHeight: 190, columns: COLUMNS },
      keys: (shown) => [
        ...verdictsOf(data.studies.filter((study) => shown.has(panelName(study)))).map((verdict) => ({
          label: `measured and fitted: ${verdict}`,
          ...verdictLook(verdict),
          dash: "",
        })),
        { label: "claimed slope, with its slack", ...CLAIMED },
      ],
      caption: captionOf(data),
    };
  },
};
