import * as Plot from "@observablehq/plot";
import { exp } from "../../../numeric/exp.ts";
import { log } from "../../../numeric/log.ts";
import { InputError } from "../../../setting/inputError.ts";
import { mean } from "../../../statistics/mean.ts";
import type { Figure } from "../figure.ts";
import { COLOURS, INK } from "../palette.ts";
import { logarithmic } from "../sheet/axes.ts";
import { drawSheet, type Panel } from "../sheet/sheet.ts";
import { formulaText, numberText } from "../sheet/words.ts";
import { CHECK_FOLDER, type StudiesData, type Study, studiesFrom, studiesText, verdictLook } from "./studies.ts";

const COLUMNS = 3;
/** Of an axis, at most: panels are narrow. */
const LABELS = 4;
const CLAIMED = { colour: COLOURS.black, dash: "5 4" } as const;

const claimedText = ([low, high]: Study["claimed"]) => {
  if (low === high) return numberText(low);
  if (high === Infinity) return `≥ ${numberText(low)}`;
  return low === -Infinity ? `≤ ${numberText(high)}` : `${numberText(low)} to ${numberText(high)}`;
};

/** A line of a slope through the middle of the points, on both logarithmic scales. */
function lineOf(points: Study["points"], slope: number) {
  const [mx, my] = [mean(points.map(({ x }) => log(x))), mean(points.map(({ median }) => log(median)))];
  const xs = points.map(({ x }) => x);
  return [Math.min(...xs), Math.max(...xs)].map((x) => ({ x, y: exp(my + slope * (log(x) - mx)) }));
}

function panelOf({ claim, check, about, verdict, over, slope, low, high, claimed, points }: Study): Panel {
  const { colour, symbol } = verdictLook(verdict);
  const fitted = lineOf(points, slope);
  const ends = [...new Set(claimed)].filter(Number.isFinite).map((end) => lineOf(points, end));
  const ys = [...points.flatMap((point) => [point.low, point.high]), ...[fitted, ...ends].flat().map(({ y }) => y)];
  return {
    title: `${claim}: ${check}`,
    note: `${about}. Slope ${numberText(slope)} [${numberText(low)}, ${numberText(high)}], claimed ${claimedText(claimed)}: ${verdict}`,
    plot: {
      ...{ marginLeft: 88, marginRight: 12, inset: 8 },
      x: logarithmic(
        formulaText(over),
        points.map(({ x }) => x),
        LABELS,
      ),
      y: logarithmic("quantity", ys, LABELS),
      marks: [
        Plot.line(fitted, { x: "x", y: "y", stroke: colour, strokeWidth: 1.6 }),
        ...ends.map((end) =>
          Plot.line(end, { x: "x", y: "y", stroke: CLAIMED.colour, strokeWidth: 1.3, strokeDasharray: CLAIMED.dash }),
        ),
        Plot.ruleX(points, { x: "x", y1: "low", y2: "high", stroke: colour, strokeWidth: 2 }),
        Plot.dot(points, { x: "x", y: "median", fill: colour, symbol, r: 3.5 }),
        Plot.frame({ stroke: INK }),
      ],
    },
  };
}

const captionOf = ({ studies, command }: StudiesData) =>
  `Points and bars: median over seeds and its distribution-free interval. Lines pass through the middle of the points: solid, the median of the slopes of the seeds; dashed, the claimed slope, or the end of the claimed range. ${studiesText(studies)}. Made by: ${command}`;

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
  draw(data, document) {
    const panels = data.studies.map(panelOf);
    return drawSheet(
      {
        title: "Scaling studies: measured, fitted and claimed",
        about: `${panels.length} panels, one a study, on doubly logarithmic scales.`,
        rows: Array.from({ length: Math.ceil(panels.length / COLUMNS) }, (_, k) =>
          panels.slice(COLUMNS * k, COLUMNS * (k + 1)),
        ),
        ...{ rowHeight: 190, columns: COLUMNS },
        keys: [
          ...[...new Set(data.studies.map(({ verdict }) => verdict))].map((verdict) => ({
            label: `measured and fitted: ${verdict}`,
            ...verdictLook(verdict),
            dash: "",
          })),
          { label: "claimed slope", ...CLAIMED },
        ],
        caption: captionOf(data),
      },
      document,
    );
  },
};
