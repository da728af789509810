import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { drawPatches } from "../../src/data/patch.ts";
import {
  firstUnmet,
  mustBeAdaptive,
  mustBeDisjoint,
  mustBeSgd,
  mustForget,
  mustHaveFewOverlaps,
  mustHaveNoEps,
  mustNormalize,
  mustNotCouple,
  mustRemember,
  sharedCoordinate,
} from "../../src/dynamics/conditions.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { disjointSettings, seeds, settings } from "../helpers/arbitraries.ts";
import { heavyBall, lion } from "../helpers/ownOptimizers.ts";

const hyper = { lr: 0.1, weightDecay: 0.25, convention: "pytorch", betas: [0.9, 0.999], eps: 1e-8 } as const;
const problemAt = (setting: Setting, seed: number): Problem => {
  const network = networkOf("cnn", setting);
  return { network, optimizer: { name: "sgd", ...hyper }, start: drawActiveStart(setting, network, seed) };
};

/** By the definition, from the true coordinates: the first entry, in the order of examples, that an earlier one has too. */
function sharedByDefinition(setting: Setting, seed: number) {
  const supports = [...drawPatches(setting, seed, "trainExample", setting.n)].map(({ coordinates }) => [
    ...coordinates.filter((k) => k !== 0),
  ]);
  for (const [second, support] of supports.entries()) {
    for (const coordinate of support) {
      const first = supports.slice(0, second).findIndex((other) => other.includes(coordinate));
      if (first >= 0) return { first, second, coordinate };
    }
  }
  return undefined;
}

describe("sharedCoordinate", () => {
  // Few of many coordinates, so that compact and true ones differ.
  const sparse = settings.map((setting): Setting => ({ ...setting, d: 40 * setting.d }));

  test.prop([settings, seeds])("finds the first coordinate that two supports share", (setting, seed) => {
    expect(sharedCoordinate(problemAt(setting, seed))).toEqual(sharedByDefinition(setting, seed));
  });

  test.prop([sparse, seeds], { numRuns: 300 })("names it by its true number, not its compact one", (setting, seed) => {
    const shared = sharedByDefinition(setting, seed);
    expect(sharedCoordinate(problemAt(setting, seed))).toEqual(shared);
    const words =
      shared && `examples ${shared.first} and ${shared.second} share coordinate ${shared.coordinate} (counted from 0)`;
    expect(mustBeDisjoint(problemAt(setting, seed))).toEqual(words && `the supports must be disjoint, but ${words}`);
  });

  test.prop([disjointSettings, seeds])("finds none where supports were drawn disjoint", (setting, seed) => {
    expect(mustBeDisjoint(problemAt(setting, seed))).toBeUndefined();
  });
});

describe("conditions on the optimizer", () => {
  const CONDITIONS = { mustBeSgd, mustNormalize, mustBeAdaptive, mustNotCouple, mustHaveNoEps };
  const NAMES = OPTIMIZERS.map(({ name }) => name);
  /** Which of sgd adam adamw signsgd signsgdw meet it, at weightDecay 1/4 and eps 1e-8. */
  const MET: Record<keyof typeof CONDITIONS, string[]> = {
    mustBeSgd: ["sgd"],
    mustNormalize: ["adam", "adamw", "signsgd", "signsgdw"],
    mustBeAdaptive: ["adam", "adamw"],
    mustNotCouple: ["adamw", "signsgdw"],
    mustHaveNoEps: ["sgd", "signsgd", "signsgdw"],
  };

  test.each(Object.entries(CONDITIONS))(
    "%s holds for the right ones, and names the optimizer else",
    (key, condition) => {
      const verdicts = NAMES.map((name) => condition({ name, ...hyper }));
      expect(NAMES.filter((_, k) => verdicts[k] === undefined)).toEqual(MET[key as keyof typeof CONDITIONS]);
      verdicts.forEach((words, k) => {
        if (words !== undefined) expect(words).toMatch(key === "mustHaveNoEps" ? "1e-8" : NAMES[k]);
      });
    },
  );

  test("no decay couples nothing, and eps = 0 is none", () => {
    for (const name of NAMES) {
      expect(mustNotCouple({ name, ...hyper, weightDecay: 0 })).toBeUndefined();
      expect(mustHaveNoEps({ name, ...hyper, eps: 0 })).toBeUndefined();
    }
    expect(mustNotCouple({ name: "adam", ...hyper })).toContain("adam couples 0.25 into the gradient");
  });

  // ratio = b1/sqrt(b2) falls to 2^-80 in K = 80/log2(1/ratio) steps, in which b2 falls to 2^-(K log2(1/b2)):
  // (0.9, 0.86): K = 80/0.0432 = 1852, 403 binary places; (0.9, 0.85): 2300, 539; (0.5, 0.4): 236, 312; (0.5, 0.3): 609, 1059.
  test.each([
    [[0.9, 0.999], 0, undefined],
    [[0.9, 0.86], 0, undefined],
    [[0.9, 0.85], 0, /^betas must let steps fade .* but are \[0.9, 0.85\]$/],
    [[0.5, 0.4], 0, undefined],
    [[0.5, 0.3], 0, /^betas must let steps fade/],
    // sqrt(b2) rounds to b1: the ratio is 1.
    [[0.5, 0.25 * (1 + 2 ** -52)], 0, /^betas must let steps fade/],
    [[1e-170, 1e-300], 0, /^betas must let steps fade/],
    [[0, 1e-300], 0, undefined],
    [[0.9, 0], 0, undefined],
    [[0.5, 0.25], 0, "betas must satisfy b1^2 < b2, but are [0.5, 0.25]"],
    // Where eps is left below, a second moment that counts as zero changes nothing.
    [[0.5, 0.3], 1e-8, undefined],
    [[0.5, 0.3], 1e-140, /^betas must let steps fade/],
    [[0.5, 0.25], 1e-8, "betas must satisfy b1^2 < b2, but are [0.5, 0.25]"],
  ] as const)("betas %j with eps = %d: steps fade in time, or %s", (betas, eps, words) => {
    for (const name of ["adam", "adamw"]) {
      const unmet = mustForget({ name, ...hyper, betas, eps });
      if (words instanceof RegExp) expect(unmet).toMatch(words);
      else expect(unmet).toBe(words);
    }
    expect(mustForget({ name: "signsgdw", ...hyper, betas, eps })).toBeUndefined();
  });

  test("firstUnmet gives the first that fails", () => {
    const problem = { optimizer: { name: "adam", ...hyper } } as Problem;
    expect(firstUnmet(mustNormalize, mustNotCouple, mustHaveNoEps)(problem)).toContain("couples");
    expect(firstUnmet(mustNormalize, mustHaveNoEps, mustNotCouple)(problem)).toContain("eps");
    expect(firstUnmet(mustNormalize, mustBeAdaptive)(problem)).toBeUndefined();
  });

  test("what remembers and normalizes can be replaced by signs, a user's own included", () => {
    const words = (name: string) => mustRemember({ name, ...hyper });
    expect([words("adam"), words("adamw"), words(lion.name)]).toEqual([undefined, undefined, undefined]);
    for (const name of ["sgd", "signsgdw", heavyBall.name, signOnly.name]) {
      expect(words(name)).toBe(`the optimizer must keep moments, but is ${name}`);
    }
  });
});

/** Normalized, and without a memory. */
const signOnly = defineOptimizer({
  name: "test-sign-only",
  decay: "decoupled",
  memory: [],
  normalized: true,
  direction: Math.sign,
});

describe("mustHaveFewOverlaps", () => {
  /** Examples whose entries lie on these coordinates. */
  const on = (entries: Int32Array): Problem => {
    const start = { examples: { coordinates: entries }, coordinates: new Float64Array(3) };
    return { network: networkOf("cnn", { m: 1, q: 3 }), start } as unknown as Problem;
  };

  // 4096 entries on one coordinate are 4096^2 = 2^24 pairs, and 4097 are 8193 more; one entry on another coordinate is one pair.
  test.each([
    [4096, 0, undefined],
    [4096, 1, 16777217],
    [4097, 0, 16785409],
  ])("%d and %d entries on two coordinates", (first, second, pairs) => {
    const entries = [0, 0, ...Array(first).fill(1), 0, ...Array(second).fill(2)];
    expect(mustHaveFewOverlaps(on(Int32Array.from(entries)))).toBe(
      pairs && `the supports must meet in at most 16777216 pairs of entries, but meet in ${pairs}`,
    );
  });
});
