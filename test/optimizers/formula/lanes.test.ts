import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { programOf } from "../../../src/optimizers/formula/compile.ts";
import { updateBy } from "../../../src/optimizers/formula/lanes.ts";
import { parseUpdate } from "../../../src/optimizers/formula/parse.ts";

const hyper = { lr: 0.5, weightDecay: 0.25, convention: "paper", betas: [0.5, 0.75] } as const;
const formulas = { memory: { mom: "b1*mom + g", count: "count + 1" }, direction: "mom + g/count - w" };
const program = programOf(parseUpdate(formulas, { betas: true, eps: false }), "coupled");

describe("an update on arrays", () => {
  test("follows hyperparameters that a script changes in place", () => {
    const update = updateBy(programOf(parseUpdate({ direction: "g" }, { betas: false, eps: false }), "coupled"));
    const changing = { lr: 0.5, weightDecay: 0, convention: "paper" as const };
    const step = () => update(changing, { weights: Float64Array.of(1), step: 0, moments: null }, Float64Array.of(1));
    expect(step().weights[0]).toBe(0.5);
    changing.lr = 0.25;
    expect(step().weights[0]).toBe(0.75);
  });

  // Blocks are of 128.
  test.prop([fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 120, max: 270 })), fc.boolean()])(
    "moves every weight as if it were alone, into fresh arrays or its own",
    (n, inPlace) => {
      const update = updateBy(program);
      const numbers = (factor: number) => Float64Array.from({ length: n }, (_, k) => ((k * factor) % 17) - 8);
      const start = { weights: numbers(5), step: 2, moments: { mom: numbers(3), count: numbers(7).map(Math.abs) } };
      const gradient = numbers(11);
      const alone = Array.from({ length: n }, (_, k) => {
        const one = (values: Float64Array) => values.slice(k, k + 1);
        const { mom, count } = start.moments;
        const at = { weights: one(start.weights), step: 2, moments: { mom: one(mom), count: one(count) } };
        return update(hyper, at, one(gradient));
      });
      const before = structuredClone(start);
      const next = update(hyper, start, gradient, inPlace ? start : undefined);
      expect(next.step).toBe(3);
      expect([...next.weights]).toEqual(alone.map(({ weights }) => weights[0]));
      for (const name of ["mom", "count"])
        expect([...(next.moments?.[name] as Float64Array)]).toEqual(alone.map(({ moments }) => moments?.[name]?.[0]));
      if (inPlace) expect(next.weights).toBe(start.weights);
      else expect(start).toEqual(before);
    },
  );

  test("does no operation twice, and only once a step what all weights share", () => {
    const text = { memory: { sec: "b2*sec + (1-b2)*g^2" }, step: "eta/(1-b1^t)*g/(sqrt(sec)*(1/sqrt(1-b2^t)) + g^2)" };
    const { instructions } = programOf(parseUpdate(text, { betas: true, eps: false }), "decoupled");
    const keys = instructions.map(({ origin, ...operation }) => JSON.stringify(operation));
    expect(new Set(keys).size).toBe(keys.length);
    const each = instructions.filter(({ shared }) => !shared).map(({ op }) => op);
    // w, its decay, gradient, g; sec, b2 sec, g^2, (1-b2) g^2, sum, flush; rate g, root, scaled, sum, quotient; rho w, difference, flush.
    expect(each.sort()).toEqual(
      [..."weight mul gradient add memory mul mul mul add flush mul sqrt mul add div mul sub flush".split(" ")].sort(),
    );
  });
});
