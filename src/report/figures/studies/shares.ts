import * as Plot from "@observablehq/plot";
import { InputError } from "../../../setting/inputError.ts";
import { clopperPearson } from "../../../statistics/clopperPearson.ts";
import { commandFor, type Figure, type Source } from "../figure.ts";
import { FAINT, INK } from "../palette.ts";
import { CLEAR_SIDES, shareAxis } from "../sheet/axes.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { slug } from "../sheet/words.ts";
import { type Named, namedRows } from "./named.ts";
import { CHECK_FOLDER, evidenceIn, parts, verdictLook, verdictsOf } from "./studies.ts";

const COLUMNS = 2;

/** How often a check agrees. */
export interface CheckShare {
  readonly claim: string;
  readonly check: string;
  readonly verdict: string;
  readonly agree: number;
  readonly of: number;
  /** What was counted: seeds at sizes that were chosen, or random cases. */
  readonly what: "seeds" | "cases";
  /** Of the probability, with 95%. */
  readonly low: number;
  readonly high: number;
}

export interface SharesData {
  readonly shares: readonly CheckShare[];
  readonly command: string;
}

/** Whether a panel of it would show something: not every case of every check agrees, or seeds were counted. */
export const isTelling = (shares: readonly CheckShare[]): boolean =>
  shares.some(({ agree, of, what }) => agree < of || what === "seeds");

/** Counts of a piece of evidence; undefined where it has none, or of nothing. */
function countsOf(figures: Readonly<Record<string, unknown>>) {
  const number = (name: string) => parts.number(figures[name], `figures.${name}`);
  if (figures.hits !== undefined) return { what: "seeds", of: number("seeds"), agree: number("hits") } as const;
  if (figures.failing === undefined) return undefined;
  return { what: "cases", of: number("samples"), agree: number("samples") - number("failing") } as const;
}

function sharesOf({ claim, evidence, figures }: ReturnType<typeof evidenceIn>[number]): CheckShare[] {
  const counts = countsOf(figures);
  if (counts === undefined || counts.of === 0) return [];
  const { low, high } = clopperPearson(counts.agree, counts.of);
  const [check, verdict] = [parts.text(evidence.check, "check"), parts.text(evidence.verdict, "verdict")];
  return [{ claim, check, verdict, ...counts, low, high }];
}

/** How often each check of a source agrees; nothing where none counts. */
export const sharesIn = (source: Source): CheckShare[] => evidenceIn(source).flatMap(sharesOf);

const nameOf = ({ check, agree, of, what }: CheckShare) => `${check}: ${agree} of ${of} ${what}`;

function plotOf(own: readonly CheckShare[], { width, letters }: Box): PanelPlot {
  const { rows, plot, names } = namedRows(own, nameOf, width, letters);
  const x = shareAxis("share that agrees");
  return {
    ...{ x, ...plot, ...CLEAR_SIDES },
    marks: [
      Plot.gridX(x.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
      ...rows.flatMap((row: Named<CheckShare>) => {
        const { low, high, agree, of, verdict } = row.item;
        const { colour, symbol } = verdictLook(verdict);
        const at = { y: () => row.middle };
        return [
          Plot.link([row], {
            ...{ x1: () => low, x2: () => high, y1: "middle", y2: "middle", stroke: colour, strokeWidth: 2 },
          }),
          Plot.dot([row], { ...at, x: () => agree / of, fill: colour, symbol, r: 3.6 }),
        ];
      }),
      names,
      Plot.frame({ stroke: INK }),
    ],
  };
}

/** The claims that have shares, in their order. */
const claimsOf = (shares: readonly CheckShare[]) => [...new Set(shares.map(({ claim }) => claim))];

function panelOf(claim: string, shares: readonly CheckShare[]): Panel {
  const own = shares.filter((share) => share.claim === claim);
  return {
    ...{ name: slug(claim), title: claim },
    height: (width, letters) => namedRows(own, nameOf, width, letters).height,
    plot: (box) => plotOf(own, box),
  };
}

const captionOf = ({ command }: SharesData) =>
  `Dots: of the seeds at chosen sizes, and of the random cases that meet the hypotheses with constants 1, the share that agrees with the claim; bars: the exact 95% interval of its probability. Made by: ${command}`;

/** How often the checks of each claim agree with it. */
export const shares: Figure<SharesData> = {
  name: "shares",
  about: "how often seeds and random cases agree with each claim, with 95% intervals, a panel a claim",
  from: CHECK_FOLDER,
  read(source) {
    const shares = sharesIn(source);
    if (shares.length === 0)
      throw new InputError(
        `from must name ${CHECK_FOLDER} with counted seeds or cases, but ${source.path} has none; check such a claim`,
      );
    return { shares, command: commandFor("shares", source) };
  },
  caption: captionOf,
  sheet(data) {
    const panels = claimsOf(data.shares).map((claim) => panelOf(claim, data.shares));
    return {
      title: "How often checks agree with their claims",
      about: `For each of ${data.shares.length} checks the share of seeds or cases that agrees, with its interval; a panel a claim.`,
      rows: [panels],
      columns: Math.min(COLUMNS, panels.length),
      keys: (shown) =>
        verdictsOf(data.shares.filter(({ claim }) => shown.has(slug(claim)))).map((label) => ({
          label,
          ...verdictLook(label),
          dash: "",
        })),
      caption: captionOf(data),
    };
  },
};
