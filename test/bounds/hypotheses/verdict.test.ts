import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Margin } from "../../../src/bounds/hypotheses/margin.ts";
import { THEOREMS, type Theorem } from "../../../src/bounds/hypotheses/theorems.ts";
import { verdictOf } from "../../../src/bounds/hypotheses/verdict.ts";

const theorem: Theorem = {
  ...{ id: "thm", name: "Theorem 9.9", source: "T25", says: "all is well" },
  ...{ optimizers: ["adam", "adamw"], networks: ["cnn"], hypotheses: ["a", "b"] },
  ...{ sharesConditions: true, outcome: true },
};
const margin = (name: string, holds: boolean): Margin => ({
  name,
  formula: `${name} = o(1)`,
  ratio: 2,
  needs: "< 1",
  holds,
});
const run = { optimizer: "adam", network: "cnn" } as const;

describe("verdictOf", () => {
  it("says that a theorem applies", () => {
    const { applies, concerns, because, sentence } = verdictOf(theorem, { ...run, margins: [margin("a", true)] });
    expect([applies, concerns, because]).toEqual([true, true, []]);
    expect(sentence).toBe("Theorem 9.9 applies: all is well.");
  });

  it("names the meeting supports first, then every hypothesis that fails, with its formula and numbers", () => {
    const { sentence } = verdictOf(theorem, {
      ...run,
      margins: [margin("a", false), margin("b", true), { ...margin("c", false), ratio: 1 / 3, needs: ">= 1" }],
      shared: "supports meet",
    });
    expect(sentence).toBe(
      "Theorem 9.9 does not apply (all is well): supports meet; a fails (a = o(1): left/right is 2, but must be < 1); c fails (c = o(1): left/right is 0.3333, but must be >= 1).",
    );
  });

  it("says of what it is about where the run is of another kind, and nothing else", () => {
    const margins = [margin("a", false)];
    expect(verdictOf(theorem, { ...run, optimizer: "sgd", margins })).toMatchObject({
      concerns: false,
      applies: false,
      because: ["it is about adam and adamw, but the run trains with sgd"],
    });
    expect(verdictOf(theorem, { ...run, network: "linear", margins }).because).toEqual([
      "it is about the cnn network, but the run trains the linear one",
    ]);
  });

  test.prop([
    fc.constantFrom(...THEOREMS),
    fc.array(fc.boolean(), { maxLength: 6 }),
    fc.constantFrom("sgd", "adam", "adamw", "signsgd"),
    fc.constantFrom("cnn" as const, "linear" as const),
    fc.option(fc.constant("supports meet"), { nil: undefined }),
  ])("applies exactly where nothing is against it", (each, holds, optimizer, network, shared) => {
    const margins = holds.map((ok, k) => margin(`h${k}`, ok));
    const verdict = verdictOf(each, { optimizer, network, margins, shared });
    expect(verdict.concerns).toBe(each.optimizers.includes(optimizer) && each.networks.includes(network));
    expect(verdict.applies).toBe(verdict.concerns && shared === undefined && holds.every(Boolean));
    expect(verdict.because.length === 0).toBe(verdict.applies);
    expect(verdict.sentence.endsWith(".")).toBe(true);
    if (verdict.concerns)
      for (const [k, ok] of holds.entries()) expect(verdict.sentence.includes(`h${k} fails`)).toBe(!ok);
  });
});
