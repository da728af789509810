import { problemOf } from "../dynamics/problem.ts";
import type { Method, Problem } from "../dynamics/recurrence.ts";
import { reduceTo } from "../dynamics/reduce.ts";
import type { DynamicsRun } from "../dynamics/run.ts";
import { type Enclosures, INTERVAL_ENCLOSURES } from "../interval/enclosures.ts";
import { mustBePapers } from "../setting/mustBePapers.ts";
import { schedule } from "../sim/schedule.ts";
import { ARITHMETICS, type ArithmeticName, enclosuresOf, type Precision } from "./arithmetics.ts";
import { type CertifiedMoment, certifiedMoment } from "./moment.ts";
import { firstOpen, type QuestionName } from "./questions.ts";
import { effortOf, mustFit } from "./room.ts";
import { type CertifiedTestError, certifiedTestError, leftOf } from "./testError.ts";
import { type CertifiedTraining, startCertified } from "./training.ts";
import { Undecided } from "./undecided.ts";

/** What the numbers depend on besides the run. */
export const CERTIFIED_VERSION = "1";

/** Digits beyond doubles, at least and at most. */
export const FEWEST_DIGITS = 20;
export const MOST_DIGITS = 2000;

/** A training that was tried with some numbers, and where it stopped if they were too few. */
export interface Attempt {
  readonly precision: Precision;
  readonly open?: { readonly step: number; readonly what: string };
  /** Present where it was stopped before its end: nothing is decided then. */
  readonly interrupted?: boolean;
}

export interface CertifyOptions {
  readonly arithmetic: ArithmeticName;
  /** The most that it may have. */
  readonly digits: number;
  readonly until: readonly QuestionName[];
  /** Whether the questions are asked at every record; at the end alone unless given. */
  readonly throughout?: boolean | undefined;
  /** Whether fresh examples are judged at the end, where everything is decided. */
  readonly testError?: boolean | undefined;
  /** Asked at the end of what is left: what is open, undefined where nothing is. */
  readonly atEnd?: <T>(training: CertifiedTraining<T>, enclosures: Enclosures<T>) => string | undefined;
}

/** A training whose every number is enclosed, and whether what was asked is decided. */
export interface CertifiedResult {
  readonly config: DynamicsRun;
  readonly engine: { readonly name: "certified"; readonly version: string };
  readonly method: { readonly name: string; readonly about: string };
  /** Of the attempts that were not in doubles. */
  readonly arithmetic: ArithmeticName;
  readonly until: readonly QuestionName[];
  /** The last of what was tried is what `history` is of. */
  readonly tried: readonly Attempt[];
  readonly history: readonly CertifiedMoment[];
  /** Of the end, where it was asked for. */
  readonly testError?: CertifiedTestError;
  /** Present where the questions are not decided: what would need more digits. */
  readonly undecided?: string;
  readonly interrupted?: boolean;
}

interface Followed {
  readonly history: CertifiedMoment[];
  readonly testError?: CertifiedTestError;
  readonly open?: { readonly step: number; readonly what: string };
  /** Of what is open, where more digits are none. */
  readonly remedy?: string | undefined;
  readonly interrupted?: boolean;
}

/** Doubles, then 20, 40, 80, ... digits, the most that are allowed at last. */
function* precisions(digits: number): Generator<Precision> {
  yield "doubles";
  for (let some = FEWEST_DIGITS; some < digits; some *= 2) yield some;
  yield digits;
}

function* followed<T>(
  run: DynamicsRun,
  [method, problem]: readonly [Method, Problem],
  enclosures: Enclosures<T>,
  { until, throughout = false, testError, atEnd }: CertifyOptions,
): Generator<number, Followed, boolean | undefined> {
  const { labels } = problem.start.examples;
  const training = startCertified(method, problem, enclosures);
  const history: CertifiedMoment[] = [];
  const moved = effortOf(method, problem);
  let seen = 0;
  const openAt = (moment: CertifiedMoment, asked: boolean) => {
    history.push(moment);
    const what = asked ? firstOpen(until, moment) : undefined;
    return what === undefined ? undefined : { step: moment.step, what };
  };
  const record = (asked: boolean) => openAt(certifiedMoment(training, labels, seen / run.setting.n, enclosures), asked);
  try {
    const atStart = record(throughout);
    if (atStart) return { history, open: atStart };
    for (const { batches, done, record: isRecord } of schedule(run, 0, moved)) {
      const { indices, offsets } = batches;
      for (let k = 0; k + 1 < offsets.length; k++) {
        const batch = indices.subarray(offsets[k], offsets[k + 1]);
        training.take(batch);
        seen += batch.length;
      }
      const open = isRecord ? record(throughout || done === 1) : undefined;
      if (open) return { history, open };
      if ((yield done) === true) return { history, interrupted: true };
    }
    const what = atEnd?.(training, enclosures);
    if (what !== undefined) return { history, open: { step: training.step, what } };
    return { history, ...(testError && { testError: certifiedTestError(run, problem, training, enclosures) }) };
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return { history, open: { step: training.step, what: error.message }, remedy: error.remedy };
  }
}

/**
 * Trains in enclosures, again with more digits until what is asked is decided.
 *
 * @param run a checked run of the papers' model; its doubles mean themselves
 * @param options the arithmetic beyond doubles and the most digits, in [FEWEST_DIGITS, MOST_DIGITS]; the questions, and whether they are asked at every record
 * @returns a generator, as `dynamics`: yields the share done of what is tried, in (0, 1]; its value is the result
 * @throws InputError where the run is beyond the papers' model, its optimizer a function, or too large
 * Source: docs/notes/certified.md.
 */
export function* certify(
  run: DynamicsRun,
  options: CertifyOptions,
): Generator<number, CertifiedResult, boolean | undefined> {
  mustBePapers(run, "certified runs");
  const problem = problemOf(run);
  const { method } = reduceTo(run.method, problem);
  mustFit(run, method, problem);
  // Said before hours of training rather than after them.
  if (options.testError) leftOf(startCertified(method, problem, INTERVAL_ENCLOSURES), 1);
  const tried: Attempt[] = [];
  let last: Followed = { history: [] };
  for (const precision of precisions(options.digits)) {
    last = yield* followed(run, [method, problem], enclosuresOf(options.arithmetic, precision), options);
    tried.push({
      precision,
      ...(last.open && { open: last.open }),
      ...(last.interrupted && { interrupted: true }),
    });
    if (!last.open || last.remedy !== undefined) break;
  }
  const { history, testError, open, interrupted, remedy } = last;
  const used = tried.at(-1)?.precision;
  const numbers = used === "doubles" ? "intervals of doubles" : `${used} ${ARITHMETICS[options.arithmetic].digits}`;
  return {
    config: run,
    engine: { name: "certified", version: CERTIFIED_VERSION },
    method: { name: method.name, about: method.about },
    ...{ arithmetic: options.arithmetic, until: options.until, tried, history },
    ...(testError && { testError }),
    ...(open && {
      undecided: `${open.what} is not decided at step ${open.step} with ${numbers}; ${remedy ?? "allow more digits"}`,
    }),
    ...(interrupted && { interrupted }),
  };
}
