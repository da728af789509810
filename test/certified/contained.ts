import { Decimal } from "decimal.js";
import { decimals } from "../../src/algebra/decimals.ts";
import { type CertifyOptions, certify } from "../../src/certified/certify.ts";
import { startCertified } from "../../src/certified/training.ts";
import { problemOf } from "../../src/dynamics/problem.ts";
import { reduceTo } from "../../src/dynamics/reduce.ts";
import type { DynamicsRun } from "../../src/dynamics/run.ts";
import type { Enclosures } from "../../src/interval/enclosures.ts";
import { exactDecimal } from "../../src/interval/exactDecimal.ts";
import type { Interval } from "../../src/interval/interval.ts";
import { finish } from "../../src/sim/follow.ts";
import { schedule } from "../../src/sim/schedule.ts";

/** Decimals of 100 digits, each result rounded to nearest: no enclosures, but a training as near to the real one as anybody looks. */
const HUNDRED: Enclosures<Decimal> = {
  ...decimals(100),
  exp: (x) => x.exp(),
  side: (x) => (Decimal.sign(x) + 0) as -1 | 0 | 1,
  bounds: (x) => ({ lo: x.toNumber(), hi: x.toNumber() }),
};

/** 100 digits round by 1e-100 of numbers near 1 at every step, and these trainings multiply a difference by less than 1e40. */
const ROUNDED = "1e-60";

/**
 * Whether a number lies in an enclosure.
 *
 * @param interval of doubles
 * @param x that was rounded itself
 * @param rounded by how much at most
 */
export const holds = ({ lo, hi }: Interval, x: Decimal, rounded: Decimal.Value = ROUNDED): boolean =>
  new Decimal(exactDecimal(lo)).sub(x).lte(rounded) &&
  new Decimal(exactDecimal(hi)).sub(x).gte(new Decimal(rounded).neg());

/**
 * Whether the enclosures of a run hold the same run in 100 digits.
 *
 * @param run checked
 * @param options of `certify`
 * @returns the coefficients and margins that lie outside, by step and name; none where all is well; and the widest enclosure of the last record
 */
export function contained(run: DynamicsRun, options: Partial<CertifyOptions> = {}) {
  const problem = problemOf(run);
  const training = startCertified(reduceTo(run.method, problem).method, problem, HUNDRED);
  const result = finish(certify(run, { arithmetic: "binary", digits: 80, until: ["features"], ...options }));
  const outside: string[] = [];
  let widest = 0;
  const compare = (moment: (typeof result.history)[number]) => {
    widest = 0;
    const each = (name: string, interval: Interval, x: Decimal) => {
      widest = Math.max(widest, interval.hi - interval.lo);
      if (!holds(interval, x)) outside.push(`${name} at step ${moment.step}`);
    };
    moment.signal.flat().forEach((u, r) => {
      each(`u of lane ${r}`, u, training.signal()[r] as Decimal);
    });
    moment.noise.forEach((own, i) => {
      const { noise, margin } = training.look(i);
      each(`margin ${i}`, moment.margins[i] as Interval, margin);
      own.flat().forEach((x, r) => {
        each(`x of example ${i}, lane ${r}`, x, noise[r] as Decimal);
      });
    });
  };
  const moments = [...result.history];
  const next = () => {
    if (moments[0]?.step === training.step) compare(moments.shift() as (typeof moments)[number]);
  };
  next();
  for (const { batches } of schedule(run)) {
    for (let k = 0; k + 1 < batches.offsets.length; k++)
      training.take(batches.indices.subarray(batches.offsets[k], batches.offsets[k + 1]));
    next();
  }
  if (result.undecided === undefined && moments.length > 0) outside.push("records that the training never reached");
  return { outside, widest, tried: result.tried };
}
