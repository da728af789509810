import * as Plot from "@observablehq/plot";
import type { Figure } from "../figure.ts";
import { FAINT, INK } from "../palette.ts";
import { linear } from "../sheet/axes.ts";
import { drawSheet } from "../sheet/sheet.ts";
import { formulaText } from "../sheet/words.ts";
import {
  CHECK_FOLDER,
  type StudiesData,
  type Study,
  studiesFrom,
  studiesText,
  VERDICTS,
  verdictLook,
} from "./studies.ts";

/** Height of a study's row, and of axis and margins. */
const ROW = 22;
const REST = 60;
/** Slopes of a figure reach as far as these, at least. */
const LEAST = [-1, 1] as const;

const nameOf = ({ claim, check, over }: Study) => `${claim}: ${check} (${formulaText(over)})`;

const captionOf = ({ studies, command }: StudiesData) =>
  `Dots and bars: median over seeds of the slope of log quantity over log letter, and its distribution-free interval; grey: claimed slopes, light grey with the slack that the study names. ${studiesText(studies)}; settings as each check says (check.md). Made by: ${command}`;

/** Slopes of all scaling studies against what is claimed of them. */
export const slopes: Figure<StudiesData> = {
  name: "slopes",
  about: "slopes of scaling studies with their intervals against the claimed ranges",
  from: CHECK_FOLDER,
  read: (source) => studiesFrom(source, "slopes"),
  caption: captionOf,
  draw(data, document) {
    const { studies } = data;
    const finite = studies.flatMap(({ low, high, claimed, slack }) => [
      low,
      high,
      ...claimed.filter(Number.isFinite).flatMap((end) => [end - slack, end + slack]),
    ]);
    const [least, most] = [Math.min(LEAST[0], ...finite), Math.max(LEAST[1], ...finite)];
    const room = 0.06 * (most - least);
    const domain = [least - room, most + room] as [number, number];
    const inside = (x: number) => Math.min(Math.max(x, domain[0]), domain[1]);
    // A claimed number is a range without width, which would not be seen.
    const sliver = 0.003 * (most - least);
    const claimed = (extra: (study: Study) => number) => ({
      y: nameOf,
      x1: (study: Study) => inside(study.claimed[0] - extra(study) - sliver),
      x2: (study: Study) => inside(study.claimed[1] + extra(study) + sliver),
    });
    const marks = Object.keys(VERDICTS).flatMap((verdict) => {
      const own = studies.filter((study) => verdictLook(study.verdict) === VERDICTS[verdict]);
      const { colour, symbol } = verdictLook(verdict);
      return [
        Plot.ruleY(own, { x1: "low", x2: "high", y: nameOf, stroke: colour, strokeWidth: 2 }),
        Plot.dot(own, { x: "slope", y: nameOf, fill: colour, symbol, r: 4 }),
      ];
    });
    return drawSheet(
      {
        title: "Measured slopes against the claimed ones",
        about: `For each of ${studies.length} scaling studies the measured slope with its interval, over the range that is claimed.`,
        rows: [
          [
            {
              plot: {
                marginLeft: 300,
                x: linear("slope of log quantity over log letter", { domain, grid: true }),
                y: { type: "band", domain: studies.map(nameOf), label: null, padding: 0.25 },
                marks: [
                  Plot.barX(studies, { ...claimed(({ slack }) => slack), fill: FAINT }),
                  Plot.barX(studies, { ...claimed(() => 0), fill: "#9a9a9a" }),
                  ...marks,
                  Plot.frame({ stroke: INK }),
                ],
              },
            },
          ],
        ],
        rowHeight: REST + ROW * studies.length,
        keys: [
          ...[...new Set(studies.map(({ verdict }) => verdict))].map((label) => ({
            label,
            ...verdictLook(label),
            dash: "",
          })),
          { label: "claimed", colour: "#9a9a9a", fill: 1 },
          { label: "with slack", colour: FAINT, fill: 1 },
        ],
        caption: captionOf(data),
      },
      document,
    );
  },
};
