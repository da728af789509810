/** How strong a piece of evidence is, strongest first (docs/theory.md 4.1): nothing is called more than it is. */
export const GRADES = ["machine-checked", "proved", "certified", "tested", "measured"] as const;

/**
 * machine-checked: stated and proved in another kernel's language, and accepted by it;  proved: an exact or interval argument over the whole stated domain;  certified: outward-rounded on the instances run;
 * tested: property-based, N cases, shrunk;  measured: a fitted exponent or a frequency, with an interval.
 */
export type Grade = (typeof GRADES)[number];

/** Grades that a check may say it has; machine-checked is for the kernel to say. */
export const GIVEN_GRADES = GRADES.filter((grade) => grade !== "machine-checked");

/**
 * What a check may find. fails with constants 1: what meets every hypothesis, each read with the constant 1, disagrees with an asymptotic statement at
 * the n that were looked at, whether in one case or in every one. That contradicts no statement about n -> infinity; a quantity or a share that goes
 * the wrong way as n grows does (checks/scaling.ts, checks/trend.ts).
 */
export const VERDICTS = [
  "holds",
  "contradicted",
  "fails with constants 1",
  "hypotheses unmet",
  "inconclusive",
] as const;

/** What a check may find: one of VERDICTS. */
export type Verdict = (typeof VERDICTS)[number];

/**
 * Where evidence looks. chosen: at sizes that somebody chose; wherever: at any that meet the hypotheses, read with constants 1; domain: at the
 * statement as it stands, over its whole domain, as a proof does.
 */
export const SCOPES = ["chosen", "wherever", "domain"] as const;

/** Where a check looks. */
export type Scope = (typeof SCOPES)[number];

/** How many cases agree with a statement, and the exact 95% interval of their share. */
export interface Share {
  readonly agree: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** What a check follows: the network (0), the exact coefficient recurrences (1), the papers' sign recurrences (2). */
export const LEVELS = [0, 1, 2] as const;

/** One of LEVELS: 0, 1 or 2. */
export type Level = (typeof LEVELS)[number];

/** What kind of statement a claim is: an identity or inequality with explicit constants, a rate, the outcome of whole runs. */
export type Kind = "identity" | "rate" | "outcome";

/** What every number of a check depends on, besides the version. */
export interface Context {
  /** An integer in [0, 2^32). */
  readonly seed: number;
  /** Meant for checks that have levels. */
  readonly level: Level;
  /** Another optimizer than the paper's, of which checks with `anyOptimizer` are asked. */
  readonly optimizer?: string;
  /** Told as each case begins of a sample that has several: the time that a case may take counts anew. */
  readonly begins?: () => void;
}

/** A case in which a claim fails, as small as shrinking made it. */
export interface Counterexample {
  /** JSON from which the check can judge it again. */
  readonly case: unknown;
  readonly violation: string;
  /** A run file that shows it, and the command that runs it. */
  readonly run?: unknown;
  /** Further ones, where runs must be compared to see it. */
  readonly besides?: readonly unknown[];
  readonly command?: "simulate" | "dynamics";
  /** Where the run file is kept, once it is. */
  readonly file?: string;
  /** Files of the user's own that the command must load. */
  readonly load?: readonly string[];
}

/** A quantity over seeds at one value x: its median, and the distribution-free interval of that. */
export interface MeasuredPoint {
  readonly x: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** A share over seeds at one value x, beside the claimed one. */
export interface SharePoint extends Share {
  readonly x: number;
  readonly claimed: number;
}

/** What a check concludes from its cases. */
export interface Finding {
  readonly verdict: Verdict;
  /** A sentence with the figures. */
  readonly reason: string;
  readonly figures?: Readonly<Record<string, number | string | null>>;
  /** Of the cases that met the hypotheses; of a trend, at the largest n. */
  readonly share?: Share;
  /** What a scaling study, or a trend, measured at each value of its letter. */
  readonly points?: readonly MeasuredPoint[] | readonly SharePoint[];
  readonly counterexample?: Counterexample;
}

/**
 * One piece of evidence for a claim: cases that can be judged one by one, anywhere and in any order, and what they say together.
 *
 * `sample` is a pure function of (index, context), so that the verdict depends on (seed, number of cases) alone, not on the number of jobs.
 */
export interface Check<Sample = unknown> {
  /** Unique in its claim. */
  readonly name: string;
  /** What is checked, and how, in a sentence. */
  readonly about: string;
  readonly grade: Grade;
  /** Which of the source's statements it is about, where the source has several that differ. */
  readonly reading?: string;
  /** Which part of the statement it is evidence for; a claim is no better supported than the worst of its parts. */
  readonly part?: string;
  /** "chosen" unless given: the weaker one. */
  readonly scope?: Scope;
  /** The sizes that were chosen, where some were. */
  readonly at?: string;
  /** Levels that it can follow, the usual one first; absent where it trains nothing. */
  readonly levels?: readonly Level[];
  /** Whether it makes sense of any optimizer: it looks at whole runs, and trains them with `context.optimizer` where that is given. */
  readonly anyOptimizer?: boolean;
  /** Cases below which it cannot say anything, and above which it has nothing to add. */
  readonly least: number;
  readonly most: number;
  /** Case number `index`; JSON. */
  sample(index: number, context: Context): Sample;
  /** What the cases 0, ..., k-1 say, k >= 1. */
  judge(samples: readonly Sample[]): Finding;
  /** What its generator draws first, JSON: the same each time. */
  first?(context: Context): unknown;
  /** A sample made of a case that was remembered as a counterexample, judged again. */
  recheck?(remembered: unknown, context: Context): Sample;
}

/** A row of the papers' claims, or a user's own: data, and what can be run for it. */
export interface Claim {
  readonly id: string;
  /** Paper and number, or "ours". */
  readonly source: string;
  readonly kind: Kind;
  /** In words. */
  readonly statement: string;
  readonly latex: string;
  /** How o(1), tildes and the like are read at finite sizes, a sentence each. */
  readonly readAs?: readonly string[];
  /** Names of HYPOTHESES (src/bounds/hypotheses/hypotheses.ts). */
  readonly hypotheses: readonly string[];
  /** Ids of the claims that its proof rests on. */
  readonly restsOn: readonly string[];
  readonly checks: readonly Check[];
  /** A user's file that it comes from. */
  readonly file?: string;
}
