import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { DOUBLES } from "../../../src/numeric/arithmetic.ts";
import { ADAPTIVE } from "../../../src/optimizers/adaptiveUpdate.ts";
import { programOf } from "../../../src/optimizers/formula/compile.ts";
import { type At, apply, sharedBy } from "../../../src/optimizers/formula/evaluate.ts";
import { parseUpdate } from "../../../src/optimizers/formula/parse.ts";
import { memoriesOf, neverUpdated, notKnownNormalized } from "../../../src/optimizers/formula/scaling.ts";
import type { Update } from "../../../src/optimizers/formula/tree.ts";
import type { Formulas, Hyperparameters } from "../../../src/optimizers/optimizer.ts";
import { FORMULAS } from "../../helpers/formulaOptimizers.ts";
import { hypers, updates } from "./arbitrary.ts";

const read = (formulas: Formulas) => parseUpdate(formulas, { betas: true, eps: true });

const isUsual = (x: number) => x === 0 || (Math.abs(x) > 1e-60 && Math.abs(x) < 1e60);

/** Memories and steps of one weight while it sees these gradients, from nothing; whether no number on the way was too small, too large, or none. */
function follow(update: Update, hyper: Hyperparameters, gradients: readonly number[]) {
  const { instructions, memory: remembered, step } = programOf(update, "decoupled");
  let memory: Record<string, number> = Object.fromEntries(update.memory.map(({ name }) => [name, 0]));
  let usual = true;
  const seen = gradients.map((gradient, k) => {
    const at: At<number> = { weight: 0.3, gradient, memory, step: k + 1, shared: sharedBy(hyper, k + 1) };
    const results: number[] = [];
    for (const instruction of instructions) results.push(apply(instruction, DOUBLES, at, results));
    usual &&= results.every(isUsual);
    memory = Object.fromEntries(remembered.map(({ name, result }) => [name, results[result] as number]));
    return { ...memory, step: results[step] as number };
  });
  return { seen, usual };
}

const sequences = fc.array(fc.oneof(fc.double({ min: -4, max: 4, noNaN: true }), fc.constant(0)), {
  minLength: 1,
  maxLength: 5,
});
type Seen = ReturnType<typeof follow>["seen"];

/** Powers of 4, whose roots do not round either, as long as no number is too small or too large. */
const factors = fc.constantFrom(4, 1 / 4, 2 ** -20);

describe("what is read off formulas", () => {
  test.prop([updates, hypers, sequences, factors])(
    "is true: memories grow as their degree says, steps that are known to be normalized are",
    ({ update }, given, gradients, factor) => {
      const hyper = { ...given, eps: 0 };
      const [plain, large, opposite] = [1, factor, -1].map((c) =>
        follow(
          update,
          hyper,
          gradients.map((g) => c * g),
        ),
      );
      fc.pre(Boolean(plain?.usual && large?.usual && opposite?.usual));
      const [before, scaled, turned] = [plain, large, opposite].map((one) => one?.seen ?? []) as [Seen, Seen, Seen];
      const degrees = memoriesOf(update);
      const check = (name: string, degree: number, parity: string | undefined) => {
        before.forEach((at, k) => {
          const value = at[name as "step"];
          const due = value * factor ** degree;
          const [was, flipped] = [scaled[k]?.[name as "step"], turned[k]?.[name as "step"]];
          // A root of c^odd rounds.
          if (!(Math.abs((was as number) - due) <= 1e-9 * Math.abs(due)))
            throw new Error(`${name} ${value}: ${was}, not ${due}`);
          if (parity === "odd") expect(flipped).toBeCloseTo(-value, 12);
          if (parity === "even") expect(flipped).toBe(value);
        });
      };
      for (const [name, { degree, parity }] of degrees) if (typeof degree === "number") check(name, degree, parity);
      const zero = neverUpdated(update);
      if (zero) for (const at of follow(update, given, gradients).seen) expect(at[zero.name as "step"] + 0).toBe(0);
      if (notKnownNormalized(update) === undefined) check("step", 0, "odd");
    },
  );

  test.each(Object.values(ADAPTIVE))("Adam and AdamW are normalized: %j", (formulas) => {
    const update = read(formulas);
    expect(notKnownNormalized(update)).toBeUndefined();
    expect([...memoriesOf(update).values()]).toEqual([
      { degree: 1, parity: "odd" },
      { degree: 2, parity: "even" },
    ]);
  });

  test.each(FORMULAS)("so is $name", (formulas) => {
    expect(notKnownNormalized(read(formulas))).toBeUndefined();
  });

  test.each<[string, Formulas, ReturnType<typeof notKnownNormalized>]>([
    ["the gradient", { direction: "g" }, { at: 1, because: "degree" }],
    ["a size", { direction: "abs(sign(g))" }, { at: 1, because: "parity" }],
    ["a sum of other degrees", { direction: "sign(g) + sqrt(abs(g))*g" }, { at: 1, because: "degree" }],
    [
      "a memory of two degrees",
      { memory: { mom: "mom*g + g" }, direction: "sign(g)*sign(mom)" },
      { at: 14, because: "degree" },
    ],
    ["the weight", { direction: "2*sign(g)*w" }, { at: 11, because: "degree" }],
    // A clipped number is odd, but nothing here sees it.
    ["a clipped one", { direction: "max(-1, min(1, sign(g)))" }, { at: 9, because: "parity" }],
    ["a root of what is odd", { direction: "3*sqrt(sign(g))" }, { at: 3, because: "parity" }],
    [
      "an even memory",
      { memory: { sec: "sec + g^2" }, direction: "sqrt(sec)/sqrt(sec)" },
      { at: 1, because: "parity" },
    ],
    ["a half", { direction: "g/sqrt(abs(g))" }, { at: 1, because: "degree" }],
  ])("not known of %s, from there on", (_, formulas, place) => {
    expect(notKnownNormalized(read(formulas))).toEqual(place);
  });

  test.each<[string, Formulas, number | string, string]>([
    ["eps counts as 0", { memory: { m: "g^2 + eps" }, direction: "g" }, 2, "even"],
    ["t and betas are constants", { memory: { m: "t*b1^t*g/eta" }, direction: "g" }, 1, "odd"],
    ["powers multiply degrees", { memory: { m: "m + (g^3)^3 + g^9" }, direction: "g" }, 9, "odd"],
    ["negative ones too", { memory: { m: "g^-2" }, direction: "g" }, -2, "even"],
    ["0 to a power that is 0 at some t", { memory: { m: "0^(t - 1)" }, direction: "g" }, "none", "none"],
    ["0 to one that never is", { memory: { m: "0^t + 0^3" }, direction: "g" }, "any", "any"],
    ["the power 0 is 1", { memory: { m: "g^0" }, direction: "g" }, 0, "even"],
    ["roots halve them", { memory: { m: "sqrt(abs(g))" }, direction: "g" }, 0.5, "even"],
    ["max of even numbers", { memory: { m: "max(m, abs(g), 0)" }, direction: "g" }, 1, "even"],
    ["max of odd ones", { memory: { m: "max(m, g)" }, direction: "g" }, 1, "none"],
    ["products with 0", { memory: { m: "0*g" }, direction: "g" }, "any", "any"],
    ["quotients", { memory: { m: "g/abs(g)" }, direction: "g" }, 0, "odd"],
    ["0 below", { memory: { m: "1/(0*g)" }, direction: "g" }, "none", "none"],
    ["memories of memories", { memory: { m: "old(n) + g", n: "m^2/abs(g)" }, direction: "g" }, 1, "none"],
  ])("%s", (_, formulas, degree, parity) => {
    expect(memoriesOf(read(formulas)).get("m")).toEqual({ degree, parity });
  });

  test.each<[Formulas["memory"], string | undefined]>([
    [{ mom: "mom" }, "mom"],
    [{ mom: "b1*mom" }, "mom"],
    [{ sec: "sec + g", mom: "max(mom, mom^2)*sec" }, "mom"],
    [{ mom: "b1*mom + eps" }, undefined],
    [{ mom: "b1*old(sec)", sec: "g^2" }, undefined],
    [{ mom: "w" }, undefined],
  ])("a memory that stays 0 is found: %j", (memory, name) => {
    expect(neverUpdated(read({ memory: memory as Record<string, string>, direction: "g" }))?.name).toBe(name);
  });
});
