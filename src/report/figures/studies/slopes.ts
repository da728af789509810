import * as Plot from "@observablehq/plot";
import type { Figure } from "../figure.ts";
import { FAINT, INK, SOFT } from "../palette.ts";
import { linear } from "../sheet/axes.ts";
import { wrap } from "../sheet/letters.ts";
import type { Letters } from "../sheet/page.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
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

/** Heights in parts of the letters': of a bar, and of axis and margins. */
const BAR = 1.3;
const REST = 4.2;
const LINE = 1.15;
/** Slopes of a figure reach as far as these, at least. */
const LEAST = [-1, 1] as const;

const nameOf = ({ claim, check, over }: Study) => `${claim}: ${check} (${formulaText(over)})`;

const captionOf = ({ studies, command }: StudiesData) =>
  `Dots and bars: median over seeds of the slope of log quantity over log letter, and its distribution-free interval; grey: claimed slopes, light grey with the slack that the study names. ${studiesText(studies)}; settings as each check says (check.md). Made by: ${command}`;

/** The names in lines, and how high a row is that has room for the longest above its bar. */
function rowOf(studies: readonly Study[], width: number, { note, text }: Letters) {
  const names = new Map(studies.map((study) => [study, wrap(nameOf(study), width - 2.5 * text, note)]));
  const lines = Math.max(...[...names.values()].map(({ length }) => length));
  return { names, height: LINE * note * lines + (BAR + 0.5) * text };
}

/** Rows of the studies, each with its name above its bar: no margin would hold the names. */
function plotOf(studies: readonly Study[], { width, letters }: Box): PanelPlot {
  const { names, height } = rowOf(studies, width, letters);
  const bar = BAR * letters.text;
  const finite = studies.flatMap(({ low, high, claimed, slack }) => [
    low,
    high,
    ...claimed.filter(Number.isFinite).flatMap((end) => [end - slack, end + slack]),
  ]);
  const x = linear("slope of log quantity over log letter", [...LEAST, ...finite], 9);
  const domain = x.domain as [number, number];
  const inside = (at: number) => Math.min(Math.max(at, domain[0]), domain[1]);
  // A claimed number is a range without width, which would not be seen.
  const sliver = 0.003 * (domain[1] - domain[0]);
  const shift = (height - bar) / 2 - 0.15 * letters.text;
  const claimed = (extra: (study: Study) => number) => ({
    ...{ y: nameOf, insetTop: (height - bar) / 2 + shift, insetBottom: (height - bar) / 2 - shift },
    x1: (study: Study) => inside(study.claimed[0] - extra(study) - sliver),
    x2: (study: Study) => inside(study.claimed[1] + extra(study) + sliver),
  });
  const marks = Object.keys(VERDICTS).flatMap((verdict) => {
    const own = studies.filter((study) => verdictLook(study.verdict) === VERDICTS[verdict]);
    const { colour, symbol } = verdictLook(verdict);
    return [
      Plot.link(own, { x1: "low", x2: "high", y1: nameOf, y2: nameOf, dy: shift, stroke: colour, strokeWidth: 2 }),
      Plot.dot(own, { x: "slope", y: nameOf, dy: shift, fill: colour, symbol, r: 4 }),
    ];
  });
  return {
    x,
    y: { type: "band", domain: studies.map(nameOf), label: null, ticks: [], padding: 0, round: false },
    marks: [
      Plot.gridX(x.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
      Plot.barX(studies, { ...claimed(({ slack }) => slack), fill: SOFT, fillOpacity: 0.3 }),
      Plot.barX(studies, { ...claimed(() => 0), fill: SOFT }),
      ...marks,
      Plot.text(studies, {
        ...{ y: nameOf, text: (study: Study) => names.get(study)?.join("\n"), lineAnchor: "top", lineHeight: LINE },
        ...{ frameAnchor: "left", dx: 4, dy: -height / 2 + 3, fontSize: letters.note, fill: INK },
      }),
      Plot.frame({ stroke: INK }),
    ],
  };
}

const panelOf = (studies: readonly Study[]): Panel => ({ name: "slopes", plot: (box) => plotOf(studies, box) });

/** Slopes of all scaling studies against what is claimed of them. */
export const slopes: Figure<StudiesData> = {
  name: "slopes",
  about: "slopes of scaling studies with their intervals against the claimed ranges",
  from: CHECK_FOLDER,
  read: (source) => studiesFrom(source, "slopes"),
  caption: captionOf,
  sheet: (data) => ({
    title: "Measured slopes against the claimed ones",
    about: `For each of ${data.studies.length} scaling studies the measured slope with its interval, over the range that is claimed.`,
    rows: [[panelOf(data.studies)]],
    rowHeight: (width, letters) =>
      REST * letters.text + data.studies.length * rowOf(data.studies, width, letters).height,
    keys: [
      ...[...new Set(data.studies.map(({ verdict }) => verdict))].map((label) => ({
        label,
        ...verdictLook(label),
        dash: "",
      })),
      { label: "claimed", colour: SOFT, fill: 1 },
      { label: "with slack", colour: SOFT, fill: 0.3 },
    ],
    caption: captionOf(data),
  }),
};
