import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { knownOptimizers, OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { optimizerSchema } from "../../src/optimizers/schema.ts";
import { optimizerEntries } from "../helpers/arbitraries.ts";

describe("optimizerSchema", () => {
  test.prop([optimizerEntries])("returns a complete optimizer unchanged", (entry) => {
    expect(optimizerSchema.parse(entry)).toEqual(entry);
  });

  test.each(OPTIMIZERS.map(({ name, adaptive }) => [name, adaptive] as const))(
    "completes %s from its name and lr",
    (name, adaptive) => {
      expect(optimizerSchema.parse({ name, lr: 0.1 })).toEqual({
        name,
        lr: 0.1,
        weightDecay: 0,
        convention: "pytorch",
        ...(adaptive && { betas: [0.9, 0.999], eps: 1e-8 }),
      });
    },
  );

  test.each(["adam", "adamw"])(
    "gives %s in the paper convention eps = weightDecay lr, of the order [T25] asks for",
    (name) => {
      expect(optimizerSchema.parse({ name, lr: 0.5, weightDecay: 0.25, convention: "paper" })).toMatchObject({
        eps: 0.125,
      });
      expect(optimizerSchema.parse({ name, lr: 0.5, convention: "paper", eps: 0.5 })).toMatchObject({ eps: 0.5 });
    },
  );

  test.each(OPTIMIZERS.filter(({ adaptive }) => !adaptive).map(({ name }) => name))(
    "lets %s take neither betas nor eps",
    (name) => {
      for (const extra of [{ betas: [0.9, 0.999] }, { eps: 1e-8 }]) {
        expect(optimizerSchema.safeParse({ name, lr: 0.1, ...extra }).success).toBe(false);
      }
    },
  );

  test.each([
    [{ name: "adam", lr: 1, betas: [0.5] }, "must be two numbers [b1, b2]"],
    [{ name: "Adam", lr: 1 }, "must be one of "],
    [null, "must be an object with a name and lr"],
    ["adam", "must be an object with a name and lr"],
  ])("says of %j what it must be", (entry, rule) => {
    const known = knownOptimizers().map(({ name }) => `"${name}"`);
    const list = rule.endsWith("of ") ? `${known.join(", ")}, or of a file that is loaded with --load` : "";
    expect(optimizerSchema.safeParse(entry).error?.issues[0]?.message).toBe(rule + list);
  });
});
