import type { Batches } from "../../src/sim/batches.ts";
import type { Engine, Judge, Problem, Training } from "../../src/sim/engine.ts";

/** What both engines say after every leg must be the same, bit for bit; also after a divergence, since a caller may go on. */
export function mustTrainAlike(one: Engine, other: Engine, problem: Problem, legs: readonly Batches[]): void {
  const expected = one.start(problem);
  const actual = other.start(problem);
  try {
    mustAgree(actual, expected);
    for (const leg of legs) {
      const finite = expected.run(leg);
      if (actual.run(leg) !== finite) throw new Error(`finite: expected ${finite}`);
      mustAgree(actual, expected);
    }
  } finally {
    actual.end?.();
    expected.end?.();
  }
}

function mustAgree(actual: Training, expected: Training): void {
  if (actual.step !== expected.step) throw new Error(`step ${actual.step}, expected ${expected.step}`);
  // A loop, not a matcher: a matcher a weight would take minutes.
  const differs = expected.weights.findIndex((w, k) => !Object.is(w, actual.weights[k]));
  if (differs >= 0) {
    throw new Error(`weight ${differs}: ${actual.weights[differs]}, expected ${expected.weights[differs]}`);
  }
  if (actual.weights.length !== expected.weights.length) throw new Error("length");
}

/** So must what both say of examples at given weights, and again at others. */
export function mustJudgeAlike(one: Engine, other: Engine, { network, examples, weights }: Problem, d: number): void {
  const [expected, actual] = [one, other].map((engine) => engine.judge(network, d, examples)) as [Judge, Judge];
  for (const at of [weights, weights.map((w) => -2 * w)]) {
    const [theirs, ours] = [expected, actual].map((judge) => {
      const { margins, noise } = judge(at);
      return [...margins, ...noise[0], ...noise[1]];
    }) as [number[], number[]];
    // Told apart: NaN, and the signs of zeros.
    const differs = theirs.findIndex((value, k) => !Object.is(value, ours[k]));
    if (differs >= 0) throw new Error(`number ${differs}: ${ours[differs]}, expected ${theirs[differs]}`);
    if (ours.length !== 3 * examples.count) throw new Error("length");
  }
}
