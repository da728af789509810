import * as Plot from "@observablehq/plot";
import type { Figure } from "../figure.ts";
import { FAINT, INK, SOFT } from "../palette.ts";
import { type Axis, linear } from "../sheet/axes.ts";
import { widthOf, wrap } from "../sheet/letters.ts";
import type { Letters } from "../sheet/page.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { formulaText, slug } from "../sheet/words.ts";
import {
  CHECK_FOLDER,
  type StudiesData,
  type Study,
  studiesFrom,
  studiesText,
  VERDICTS,
  verdictLook,
  verdictsOf,
} from "./studies.ts";

const COLUMNS = 2;
/** Heights in parts of the letters': of a bar, between rows, of axis and margins. */
const BAR = 0.9;
const BETWEEN = 0.45;
const REST = 4;
const LINE = 1.15;
/** The part of the width that names have, at most. */
const NAMES = 0.46;
const PAD = 6;
/** Slopes of a figure reach as far as these, at least, with so many labels at most: there is room for these in every panel. */
const LABELS = 7;
const LEAST = [-1, 1] as const;

const nameOf = ({ check, over }: Study) => formulaText(`${check} (${over})`);

const captionOf = ({ studies, command }: StudiesData) =>
  `Dots and bars: median over seeds of the slope of log quantity over log letter (in brackets), and its distribution-free interval; grey: claimed slopes, light grey with the slack that the study names. ${studiesText(studies)}; settings as each check says (check.md). Made by: ${command}`;

/** A study in its row, in pixels from the first. */
interface Row {
  readonly study: Study;
  readonly name: readonly string[];
  readonly middle: number;
}

/** Names at the left in as many lines as they need, and what they take. */
function rowsOf(studies: readonly Study[], width: number, { note, text }: Letters) {
  const names = studies.map((study) => wrap(nameOf(study), NAMES * width - PAD, note));
  const heights = names.map(({ length }) => Math.max(LINE * note * length, BAR * text) + BETWEEN * text);
  let end = 0;
  const rows = studies.map((study, k): Row => {
    const height = heights[k] as number;
    end += height;
    return { study, name: names[k] as string[], middle: end - height / 2 };
  });
  return { rows, height: end, left: PAD + Math.max(...names.flat().map((line) => widthOf(line, note))) };
}

/** The axis of all studies of a figure, so that its panels are compared. */
const axisOf = (studies: readonly Study[]): Axis => {
  const finite = studies.flatMap(({ low, high, claimed, slack }) => [
    low,
    high,
    ...claimed.filter(Number.isFinite).flatMap((end) => [end - slack, end + slack]),
  ]);
  return linear("slope", [...LEAST, ...finite], LABELS);
};

function plotOf(own: readonly Study[], all: readonly Study[], { width, letters }: Box): PanelPlot {
  const { rows, height, left } = rowsOf(own, width, letters);
  const x = axisOf(all);
  const domain = x.domain as [number, number];
  const inside = (at: number) => Math.min(Math.max(at, domain[0]), domain[1]);
  // A claimed number is a range without width, which would not be seen.
  const sliver = 0.004 * (domain[1] - domain[0]);
  const half = (BAR * letters.text) / 2;
  const claimed = (extra: (study: Study) => number) => ({
    ...{ y1: ({ middle }: Row) => middle - half, y2: ({ middle }: Row) => middle + half },
    x1: ({ study }: Row) => inside(study.claimed[0] - extra(study) - sliver),
    x2: ({ study }: Row) => inside(study.claimed[1] + extra(study) + sliver),
  });
  const marks = Object.keys(VERDICTS).flatMap((verdict) => {
    const found = rows.filter(({ study }) => verdictLook(study.verdict) === VERDICTS[verdict]);
    const { colour, symbol } = verdictLook(verdict);
    const end = (of: "low" | "high" | "slope") => (row: Row) => row.study[of];
    return [
      Plot.link(found, {
        ...{ x1: end("low"), x2: end("high"), y1: "middle", y2: "middle", stroke: colour, strokeWidth: 2 },
      }),
      Plot.dot(found, { x: end("slope"), y: "middle", fill: colour, symbol, r: 3.6 }),
    ];
  });
  return {
    x,
    y: { domain: [height, 0], label: null, ticks: [] },
    marginLeft: left,
    marks: [
      Plot.gridX(x.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
      Plot.rect(rows, { ...claimed(({ slack }) => slack), fill: SOFT, fillOpacity: 0.3 }),
      Plot.rect(rows, { ...claimed(() => 0), fill: SOFT }),
      ...marks,
      Plot.text(rows, {
        ...{ y: "middle", text: ({ name }: Row) => name.join("\n"), frameAnchor: "left", textAnchor: "end" },
        ...{ dx: -PAD, lineHeight: LINE, fontSize: letters.note, fill: INK },
      }),
      Plot.frame({ stroke: INK }),
    ],
  };
}

/** The claims that have studies, in their order. */
const claimsOf = (studies: readonly Study[]) => [...new Set(studies.map(({ claim }) => claim))];

function panelOf(claim: string, all: readonly Study[]): Panel {
  const own = all.filter((study) => study.claim === claim);
  return {
    ...{ name: slug(claim), title: claim },
    height: (width, letters) => REST * letters.text + rowsOf(own, width, letters).height,
    plot: (box) => plotOf(own, all, box),
  };
}

/** Slopes of all scaling studies against what is claimed of them. */
export const slopes: Figure<StudiesData> = {
  name: "slopes",
  about: "slopes of scaling studies with their intervals against the claimed ranges, a panel a claim",
  from: CHECK_FOLDER,
  read: (source) => studiesFrom(source, "slopes"),
  caption: captionOf,
  sheet({ studies, ...rest }) {
    const panels = claimsOf(studies).map((claim) => panelOf(claim, studies));
    return {
      title: "Measured slopes against the claimed ones",
      about: `For each of ${studies.length} scaling studies the measured slope with its interval, over the range that is claimed; a panel a claim.`,
      rows: [panels],
      columns: Math.min(COLUMNS, panels.length),
      keys: (shown) => [
        ...verdictsOf(studies.filter(({ claim }) => shown.has(slug(claim)))).map((label) => ({
          label,
          ...verdictLook(label),
          dash: "",
        })),
        { label: "claimed", colour: SOFT, fill: 1 },
        { label: "with slack", colour: SOFT, fill: 0.3 },
      ],
      caption: captionOf({ studies, ...rest }),
    };
  },
};
