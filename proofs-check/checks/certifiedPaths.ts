import { type CertifiedResult, certify } from "../../src/certified/certify.ts";
import type { CertifiedMoment } from "../../src/certified/moment.ts";
import { problemOf } from "../../src/dynamics/problem.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import type { DynamicsRun } from "../../src/dynamics/run.ts";
import { isText, mustBe, mustBeOptions } from "../../src/setting/mustBe.ts";
import { finish } from "../../src/sim/follow.ts";
import type { Check, Finding } from "../claim.ts";
import { type RunInput, runOf } from "../meeting.ts";
import { madeHere } from "../place.ts";
import { caseSeed } from "./caseSeed.ts";
import { scopeOf } from "./scope.ts";

/** A training, enclosed at every record. */
export interface CertifiedPath {
  readonly run: DynamicsRun;
  readonly problem: Problem;
  /** The start, then every record. */
  readonly moments: readonly [CertifiedMoment, ...CertifiedMoment[]];
}

/** What a check of certified paths is made of. */
export interface PathOptions extends Pick<Check, "name" | "about" | "at" | "reading"> {
  /** The training of a seed. */
  run(seed: number): RunInput;
  /** Whether it is sure that a path is as claimed (true), or that it is not (false); undefined where enclosures are too wide to say. */
  says(path: CertifiedPath): boolean | undefined;
}

/** Starts that are looked at for one that is as claimed. */
const LOOKED = 12;
const DIGITS = 320;

interface Sample {
  /** Starts looked at, the last of them is the one; of those before it is certain that they are otherwise. */
  readonly looked: number;
  readonly seed: number;
  readonly said: boolean | null;
  readonly precision: string;
  readonly undecided?: string;
}

function pathOf(run: DynamicsRun, { history }: CertifiedResult): CertifiedPath {
  return { run, problem: problemOf(run), moments: history as readonly CertifiedMoment[] as CertifiedPath["moments"] };
}

/**
 * Starts whose whole training is certified to be as claimed, record by record.
 *
 * A start is the first of the case's seeds that is not certain to be otherwise. What is certified of it is true of that start, and says nothing of
 * how many starts are like it.
 *
 * @param options name, sentence, the training of a seed, and what of a path is claimed
 * @returns the check, of grade "certified": it holds where every start is certified to be so; else it is inconclusive
 * @throws InputError for options with which nothing can be certified
 * Source: docs/notes/certified.md.
 */
export function certifiedPaths(options: PathOptions): Check<Sample> {
  mustBeOptions(options, "certifiedPaths");
  const { name, about, run: runFor, says } = options;
  mustBe(isText(name), "name of certified paths", "a text", name, "say what is certified");
  mustBe(typeof runFor === "function", `run of ${name}`, "a function", runFor, "it makes the training of a seed");

  function lookAt(seed: number): Omit<Sample, "looked"> {
    const run = runOf({ ...runFor(seed), testSize: 1 });
    const result = finish(certify(run, { arithmetic: "binary", digits: DIGITS, until: [] }));
    const { undecided, tried } = result;
    const said = undecided === undefined ? (says(pathOf(run, result)) ?? null) : null;
    return { seed, said, precision: String(tried.at(-1)?.precision), ...(undecided !== undefined && { undecided }) };
  }

  function judge(samples: readonly Sample[]): Finding {
    const looked = samples.reduce((sum, one) => sum + one.looked, 0);
    const certified = samples.filter(({ said }) => said === true).length;
    const figures = { starts: samples.length, certified, looked };
    const open = samples.find(({ said }) => said !== true);
    if (open) {
      const why = open.said === false ? "it is certain to be otherwise" : (open.undecided ?? "enclosures are too wide");
      const reason = `${certified} of ${samples.length} starts are certified; of seed ${open.seed} ${why}`;
      return { verdict: "inconclusive", reason, figures };
    }
    const taken = samples.flatMap(({ precision }) => (precision === "doubles" ? [] : [Number(precision)]));
    const numbers = taken.length === 0 ? "intervals of doubles" : `up to ${Math.max(...taken)} digits after the point`;
    const these = certified === 1 ? "this 1 start" : `these ${certified} starts`;
    const rest = looked - certified;
    const others =
      rest === 0 ? "none looked at is otherwise" : `${rest} other${rest === 1 ? " is" : "s are"} certainly not so`;
    return { verdict: "holds", reason: `for ${these}, rigorously, with ${numbers}; ${others}`, figures };
  }

  return madeHere({
    ...{ name, about, grade: "certified", part: "certified starts", levels: [1], least: 1, most: 1000, judge },
    ...scopeOf(options, "chosen"),
    sample(index: number, context: { readonly seed: number }): Sample {
      for (let looked = 1; ; looked++) {
        const found = lookAt(caseSeed(context.seed, index * LOOKED + looked));
        if (found.said !== false || looked === LOOKED) return { looked, ...found };
      }
    },
  });
}
