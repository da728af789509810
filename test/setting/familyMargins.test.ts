import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { familySetting } from "../../src/setting/family.ts";
import { FAMILY_CONDITIONS } from "../../src/setting/familyConditions.ts";
import { familyMargins } from "../../src/setting/familyMargins.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { constantSets, familySizes } from "../helpers/family.ts";

const marginsAt = (n: number, given: object = {}) => familyMargins(familySetting(n, given));

describe("familyMargins", () => {
  test.prop([familySizes, constantSets])(
    "equal the ratios written out, and hold on the right side of 1",
    (n, given) => {
      const member = familySetting(n, given);
      const { d, s, sigmaP, alpha, sigma0, q } = member.setting;
      const eta = member.optimizer.lr;
      const direct = [
        [s * sigmaP, ">"],
        [Math.sqrt(s) * sigmaP, "<"],
        [alpha, "<"],
        [eta * s * sigmaP, "<"],
        [(eta * s) / sigma0 ** (q - 1), "<"],
        [eta / sigma0 ** (q - 1), "<"],
        [(n * s * s * sigmaP) / d, "<"],
      ] as const;
      const margins = familyMargins(member);
      expect(margins.map(({ name }) => name)).toEqual(FAMILY_CONDITIONS.map(({ name }) => name));
      for (const [k, [ratio, side]] of direct.entries()) {
        const margin = margins[k] as (typeof margins)[number];
        // At most q + 5 roundings on each side.
        expect(margin.ratio / ratio, margin.name).toBeCloseTo(1, 13);
        expect(margin.holds, margin.name).toBe(side === ">" ? margin.ratio > 1 : margin.ratio < 1);
      }
    },
  );

  test("are, at n = 16 with D = 5 and q = 3, what one computes by hand", () => {
    // d = 2^20, s = 4, sigma0^2 = 2^-10, eta = 2^-16 (see family.test.ts), and sigmaP = 1/4 where cSigmaP = 1/2 and no logarithm enters:
    // s sigmaP = 1 (not above 1), sqrt(s) sigmaP = 1/2, alpha = 8 sigmaP = 2, eta s sigmaP = 2^-16, eta s/sigma0^2 = 2^-4,
    // eta/sigma0^2 = 2^-6, n s^2 sigmaP/d = 2^(4+4-2-20).
    const margins = marginsAt(16, { D: 5, cSigmaP: 0.5, logSigmaP: 0, cAlpha: 8, logAlpha: 0 });
    expect(margins.map(({ ratio, holds }) => [ratio, holds])).toEqual([
      [1, false],
      [0.5, true],
      [2, false],
      [2 ** -16, true],
      [2 ** -4, true],
      [2 ** -6, true],
      [2 ** -14, true],
    ]);
  });

  test("all hold at the defaults from n = 8 on, each more so at every doubling", () => {
    const sizes = [8, 16, 32, 64, 128, 256, 1024, 2 ** 19];
    const table = sizes.map((n) => marginsAt(n));
    expect(table.flat().filter(({ holds }) => !holds)).toEqual([]);
    for (const [k, { relation }] of FAMILY_CONDITIONS.entries()) {
      const ratios = table.map((margins) => margins[k]?.ratio as number);
      const rising = [...ratios].sort((a, b) => a - b);
      expect(ratios).toEqual(relation === "omega" ? rising : rising.reverse());
    }
  });

  test("are, at the published synthetic setting, outside the family", () => {
    // [T25] D.2 with eta = 5e-5: s sigmaP = 10, sqrt(s) sigmaP = 1, alpha = 0.2, eta s sigmaP = 5e-4, sigma0^2 = 1e-4: eta s/sigma0^2 = 50,
    // eta/sigma0^2 = 1/2, n s^2 sigmaP/d = 200 * 10^4 * 0.1/1000 = 200.
    const { setting } = PRESETS.paper as (typeof PRESETS)[string];
    const ratios = familyMargins({ setting, optimizer: { lr: 5e-5 } }).map(({ ratio }) => ratio);
    const expected = [10, 1, 0.2, 5e-4, 50, 0.5, 200];
    for (const [k, ratio] of ratios.entries()) expect(ratio / (expected[k] as number)).toBeCloseTo(1, 13);
  });

  test("refuse what a double cannot hold", () => {
    // sigma0^999 = 64^(-1.5 * 999) underflows although every parameter is fine.
    expect(() => marginsAt(64, { q: 1000, powerEta: 5 })).toThrow(/^sigma0\^\(q-1\) must be a number from 2.3e-308/);
  });
});
