import * as Plot from "@observablehq/plot";
import type { Figure } from "../figure.ts";
import { FAINT, INK, SOFT } from "../palette.ts";
import { type Axis, linear } from "../sheet/axes.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { formulaText, slug } from "../sheet/words.ts";
import { type Named, namedRows } from "./named.ts";
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
/** Slopes of a figure reach as far as these, at least, with so many labels at most: there is room for these in every panel. */
const LABELS = 7;
const LEAST = [-1, 1] as const;

type Row = Named<Study>;

const nameOf = ({ check, over }: Study) => formulaText(`${check} (${over})`);

const captionOf = ({ studies, command }: StudiesData) =>
  `Dots and bars: median over seeds of the slope of log quantity over log letter (in brackets), and its distribution-free interval; grey: claimed slopes, light grey with the slack that the study names. ${studiesText(studies)}; settings as each check says (check.md). Made by: ${command}`;

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
  const { rows, plot, names } = namedRows(own, nameOf, width, letters);
  const x = axisOf(all);
  const domain = x.domain as [number, number];
  const inside = (at: number) => Math.min(Math.max(at, domain[0]), domain[1]);
  // A claimed number is a range without width, which would not be seen.
  const sliver = 0.004 * (domain[1] - domain[0]);
  const claimed = (extra: (study: Study) => number) => ({
    ...{ y1: "top", y2: "foot" },
    x1: ({ item }: Row) => inside(item.claimed[0] - extra(item) - sliver),
    x2: ({ item }: Row) => inside(item.claimed[1] + extra(item) + sliver),
  });
  const marks = Object.keys(VERDICTS).flatMap((verdict) => {
    const found = rows.filter(({ item }) => verdictLook(item.verdict) === VERDICTS[verdict]);
    const { colour, symbol } = verdictLook(verdict);
    const end =
      (of: "low" | "high" | "slope") =>
      ({ item }: Row) =>
        item[of];
    return [
      Plot.link(found, {
        ...{ x1: end("low"), x2: end("high"), y1: "middle", y2: "middle", stroke: colour, strokeWidth: 2 },
      }),
      Plot.dot(found, { x: end("slope"), y: "middle", fill: colour, symbol, r: 3.6 }),
    ];
  });
  return {
    x,
    ...plot,
    marks: [
      Plot.gridX(x.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
      Plot.rect(rows, { ...claimed(({ slack }) => slack), fill: SOFT, fillOpacity: 0.3 }),
      Plot.rect(rows, { ...claimed(() => 0), fill: SOFT }),
      ...marks,
      names,
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
    height: (width, letters) => namedRows(own, nameOf, width, letters).height,
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
