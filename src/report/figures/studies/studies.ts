import { InputError } from "../../../setting/inputError.ts";
import { partsOf } from "../../../setting/parts.ts";
import { commandFor, type Source } from "../figure.ts";
import type { Look } from "../palette.ts";
import { COLOURS } from "../palette.ts";

/** A quantity at one value, over seeds. */
export interface StudyPoint {
  readonly x: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** A scaling study of `check`. */
export interface Study {
  readonly claim: string;
  readonly check: string;
  /** What was measured, in a sentence. */
  readonly about: string;
  readonly verdict: string;
  /** The letter that varied. */
  readonly over: string;
  readonly seeds: number;
  /** Seeds without a slope: the event did not come to them at every value. 0 where the folder was made before they were counted. */
  readonly without: number;
  /** Median of the slopes of the seeds, and its interval. */
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  /** Probability that [low, high] holds the median slope, at least. */
  readonly coverage: number;
  /** The claimed slopes: one number twice, or a range of which an end may be infinite. */
  readonly claimed: readonly [number, number];
  readonly slack: number;
  /** Empty where the folder was made before points were kept. */
  readonly points: readonly StudyPoint[];
}

export interface StudiesData {
  readonly studies: readonly Study[];
  readonly command: string;
}

/** What figures of scaling studies are made from. */
export const CHECK_FOLDER = 'the folder that "check --out" wrote';

/** How a verdict looks: a colour and a shape. */
export const VERDICTS: Readonly<Record<string, Look>> = {
  holds: { colour: COLOURS.blue, dash: "", symbol: "circle" },
  contradicted: { colour: COLOURS.vermillion, dash: "6 3", symbol: "cross" },
  "fails with constants 1": { colour: COLOURS.orange, dash: "8 3 2 3", symbol: "triangle" },
  inconclusive: { colour: COLOURS.black, dash: "2 3", symbol: "diamond" },
};

/** The look of a verdict; of one without its own, that of the open ones. */
export const verdictLook = (verdict: string): Look => VERDICTS[verdict] ?? (VERDICTS.inconclusive as Look);

/** The verdicts that they came to, each once. */
export const verdictsOf = (studies: readonly Pick<Study, "verdict">[]): string[] => [
  ...new Set(studies.map(({ verdict }) => verdict)),
];

export const parts = partsOf(CHECK_FOLDER);

/** "2" or "in [1, Infinity]", as verdicts write it. */
function rangeOf(text: string): [number, number] {
  const [, low, high] = /^in \[(.+), (.+)\]$/.exec(text) ?? [];
  const range = [Number(low ?? text), Number(high ?? text)] as [number, number];
  if (range.some(Number.isNaN))
    throw new InputError(
      `from must name ${CHECK_FOLDER}, in which figures.claimed is a number or a range, but it is ${text}; check the path`,
    );
  return range;
}

function pointsOf(value: unknown): StudyPoint[] {
  return parts.list(value ?? [], "points").map((each, k) => {
    const point = parts.object(each, `points[${k}]`);
    const number = (name: string) => parts.number(point[name], `points[${k}].${name}`);
    return { x: number("x"), median: number("median"), low: number("low"), high: number("high") };
  });
}

function studyOf(
  claim: string,
  evidence: Readonly<Record<string, unknown>>,
  figures: Readonly<Record<string, unknown>>,
): Study {
  const number = (name: string) => parts.number(figures[name], `figures.${name}`);
  const text = (name: string) => parts.text(evidence[name], name);
  return {
    ...{ claim, check: text("check"), about: text("about"), verdict: text("verdict") },
    over: parts.text(figures.over, "figures.over"),
    ...{
      seeds: number("seeds"),
      without: figures.without === undefined ? 0 : number("without"),
      slope: number("slope"),
      low: number("low"),
      high: number("high"),
      coverage: number("coverage"),
    },
    claimed: rangeOf(parts.text(figures.claimed, "figures.claimed")),
    slack: number("slack"),
    points: pointsOf(evidence.points),
  };
}

/**
 * Every piece of evidence of a check.
 *
 * @param source that `--from` names: the folder, or check.json itself
 * @returns each with its claim's id and its figures, of which there may be none
 * @throws InputError where the source is something else
 */
export function evidenceIn(source: Source) {
  const file = source.json("check.json") ?? source.json();
  return parts.list(parts.object(file, "the whole").claims, "claims").flatMap((each) => {
    const claim = parts.object(each, "claims");
    const id = parts.text(claim.id, "id");
    return parts.list(claim.evidence, "evidence").map((one) => {
      const evidence = parts.object(one, "evidence");
      const figures = evidence.figures === undefined ? {} : parts.object(evidence.figures, "figures");
      return { claim: id, evidence, figures };
    });
  });
}

/**
 * The scaling studies of a check that came to a slope.
 *
 * @param source that `--from` names: the folder, or check.json itself
 * @param figure for the command
 * @returns one or more
 * @throws InputError where there are none
 */
export function studiesFrom(source: Source, figure: string): StudiesData {
  const studies = evidenceIn(source)
    .filter(({ figures }) => typeof figures.slope === "number")
    .map(({ claim, evidence, figures }) => studyOf(claim, evidence, figures));
  if (studies.length === 0)
    throw new InputError(
      `from must name ${CHECK_FOLDER} with a scaling study, but ${source.path} has none; check such a claim, with 6 cases or more`,
    );
  return { studies, command: commandFor(figure, source) };
}

/** Seeds, those left out, and coverage of intervals, for captions. */
export function studiesText(studies: readonly Study[]): string {
  const seeds = studies.map((study) => study.seeds);
  const [least, most] = [Math.min(...seeds), Math.max(...seeds)];
  const without = studies.reduce((sum, study) => sum + study.without, 0);
  const left = without === 0 ? "" : ` (${without} more, of all studies, have no slope and are left out)`;
  return `${least === most ? most : `${least} to ${most}`} seeds a study${left}; intervals hold the median with probability ${Math.min(...studies.map(({ coverage }) => coverage))} or more`;
}
