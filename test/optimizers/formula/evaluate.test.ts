import { fc, test } from "@fast-check/vitest";
import type { Decimal } from "decimal.js";
import { describe, expect } from "vitest";
import { decimals } from "../../../src/algebra/decimals.ts";
import { INTERVALS } from "../../../src/interval/arithmetic.ts";
import { type Interval, numsToInterval } from "../../../src/interval/interval.ts";
import { type Arithmetic, DOUBLES } from "../../../src/numeric/arithmetic.ts";
import { flush } from "../../../src/numeric/flush.ts";
import { programOf } from "../../../src/optimizers/formula/compile.ts";
import { type At, apply, evaluate, sharedBy } from "../../../src/optimizers/formula/evaluate.ts";
import { updateBy } from "../../../src/optimizers/formula/lanes.ts";
import { parseUpdate } from "../../../src/optimizers/formula/parse.ts";
import type { Program } from "../../../src/optimizers/formula/program.ts";
import type { Hyperparameters } from "../../../src/optimizers/optimizer.ts";
import { hypers, numbers, updates } from "./arbitrary.ts";

interface Start {
  readonly weight: number;
  readonly gradient: number;
  readonly memory: Readonly<Record<string, number>>;
}

/** A start in any arithmetic. */
function startIn<T>(
  arithmetic: Arithmetic<T>,
  { weight, gradient, memory }: Start,
  hyper: Hyperparameters,
  t: number,
  lane: (x: number) => T = arithmetic.number,
): At<T> {
  const shared = sharedBy(hyper, t);
  return {
    weight: lane(weight),
    gradient: lane(gradient),
    memory: Object.fromEntries(Object.entries(memory).map(([name, value]) => [name, lane(value)])),
    shared: (name) => arithmetic.number(shared(name)),
    step: t,
  };
}

/** What every operation gives. */
function resultsIn<T>(program: Program, arithmetic: Arithmetic<T>, at: At<T>): T[] {
  const results: T[] = [];
  for (const instruction of program.instructions) results.push(apply(instruction, arithmetic, at, results));
  return results;
}

const starts = (of: fc.Arbitrary<number>) =>
  fc.record({ weight: of, gradient: of, memory: fc.record({ one: of, two: of, three: of }) });
const usual = fc.oneof(fc.double({ min: -4, max: 4, noNaN: true }), fc.constantFrom(0, 1, -0.5));
const steps = fc.integer({ min: 1, max: 40 });

describe("a step in any arithmetic", () => {
  test.prop([updates, starts(numbers), hypers, steps])(
    "is that of many weights, in doubles",
    ({ update, decay }, start, hyper, t) => {
      const program = programOf(update, decay);
      const first = startIn(DOUBLES, start, hyper, t);
      const results: number[] = [];
      for (const instruction of program.instructions) {
        const result = apply(instruction, DOUBLES, first, results);
        results.push(instruction.op === "flush" ? flush(result, instruction.limit) : result);
      }
      const names = program.memory.map(({ name }) => name);
      const moments = Object.fromEntries(names.map((name) => [name, Float64Array.of(start.memory[name as "one"])]));
      const at = { weights: Float64Array.of(start.weight), step: t - 1, moments };
      const next = updateBy(program)(hyper, at, Float64Array.of(start.gradient));
      expect(next.weights[0]).toBe(results[program.weight]);
      for (const { name, result } of program.memory) expect(next.moments?.[name]?.[0]).toBe(results[result]);
      expect(next.step).toBe(t);
    },
  );

  test.prop([updates, starts(usual), hypers, steps, fc.constantFrom(0, 0, 1e-9, 0.6), fc.constantFrom(0, 0.6)])(
    "in intervals holds that in doubles and that in 60 digits, operation by operation",
    ({ update, decay }, start, hyper, t, below, above) => {
      const program = programOf(update, decay);
      const exact = decimals(60);
      const inIntervals = resultsIn<Interval>(
        program,
        INTERVALS,
        startIn(INTERVALS, start, hyper, t, (x) => numsToInterval(x - below, x + above)),
      );
      const inDoubles = resultsIn(program, DOUBLES, startIn(DOUBLES, start, hyper, t));
      const inDecimals = resultsIn<Decimal>(program, exact, startIn(exact, start, hyper, t));
      // As long as every number so far is one: past 0/0 there is nothing to hold.
      const end = inDoubles.findIndex((value, k) => !Number.isFinite(value) || !inDecimals[k]?.isFinite());
      const rounding = exact.number(2 ** -150);
      for (let k = 0; k < (end < 0 ? inDoubles.length : end); k++) {
        const { lo, hi } = inIntervals[k] as Interval;
        const value = inDoubles[k] as number;
        if (!(lo <= value && value <= hi)) throw new Error(`${value} is not in [${lo}, ${hi}]`);
        const precise = inDecimals[k] as Decimal;
        const slack = precise.abs().mul(rounding);
        const isAbove = lo === -Infinity || exact.number(lo).sub(slack).lte(precise);
        const isBelow = hi === Infinity || exact.number(hi).add(slack).gte(precise);
        if (!isAbove || !isBelow) throw new Error(`${precise} is not in [${lo}, ${hi}]`);
      }
    },
  );

  test("takes Lion's steps by hand, in each", () => {
    // b1 = 1/2, b2 = 3/4, eta = 1/2, lambda = 1/2: rho = 3/4. w = 1, g = 4, mom = 0: sgn(2) = 1, w = 1/4, mom = 1.
    const lion = { memory: { mom: "b2*mom + (1-b2)*g" }, direction: "sign(b1*old(mom) + (1-b1)*g)" };
    const program = programOf(parseUpdate(lion, { betas: true, eps: false }), "decoupled");
    const hyper = { lr: 0.5, weightDecay: 0.5, convention: "paper", betas: [0.5, 0.75] } as const;
    const start = { weight: 1, gradient: 4, memory: { mom: 0 } };
    expect(evaluate(program, DOUBLES, startIn(DOUBLES, start, hyper, 1))).toEqual({
      weight: 0.25,
      memory: { mom: 1 },
      step: 0.5,
    });
    const [quarter, one, half] = [0.25, 1, 0.5].map((x) => ({ lo: x, hi: x }));
    const inIntervals = evaluate(program, INTERVALS, startIn(INTERVALS, start, hyper, 1));
    expect(inIntervals).toEqual({ weight: quarter, memory: { mom: one }, step: half });
    const inDecimals = evaluate(program, decimals(30), startIn(decimals(30), start, hyper, 1));
    expect([inDecimals.weight, inDecimals.memory.mom, inDecimals.step].map(String)).toEqual(["0.25", "1", "0.5"]);
  });
});
