import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { CONDITIONS, HYPOTHESES, hypothesisNamed, PRINTED } from "../../../src/bounds/hypotheses/hypotheses.ts";
import { marginOfHypothesis, marginsOf } from "../../../src/bounds/hypotheses/margin.ts";
import { SHARED, THEOREMS } from "../../../src/bounds/hypotheses/theorems.ts";
import { valuesOf } from "../../../src/bounds/hypotheses/values.ts";
import { familySetting } from "../../../src/setting/family.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import { constantSets, familySizes } from "../../helpers/family.ts";

/** The conditions at a member of the family, as numbers. */
function marginsAt(n: number, given: object = {}) {
  const { setting, optimizer } = familySetting(n, given);
  return marginsOf(CONDITIONS, valuesOf(setting, optimizer)).map((margin) => ({
    ...margin,
    ratio: Number(margin.ratio),
  }));
}

describe("marginsOf the conditions", () => {
  test.prop([familySizes, constantSets])(
    "equal the ratios written out, and hold on the right side of 1",
    (n, given) => {
      const member = familySetting(n, given);
      const { d, s, sigmaP, alpha, sigma0, q, m } = member.setting;
      const eta = member.optimizer.lr;
      const L2 = Math.log(n) ** 2;
      const printed = [
        [(s * n * n) / Math.sqrt(d), "0.25 to 4", 1 / 4, 4],
        [sigmaP * sigmaP * s, "1/(4 (log n)^2) to 4", 1 / (4 * L2), 4],
        [alpha / sigmaP, "0.25 to 4 (log n)^2", 1 / 4, 4 * L2],
        [sigma0 * sigma0 * Math.sqrt(d), "0.25 to 4", 1 / 4, 4],
        [m, "0.25 to 4 (log n)^2", 1 / 4, 4 * L2],
      ] as const;
      const implied = [
        [s * sigmaP, ">"],
        [Math.sqrt(s) * sigmaP, "<="],
        [alpha, "<"],
        [eta * s * sigmaP, "<"],
        [(eta * s) / sigma0 ** (q - 1), "<"],
        [eta / sigma0 ** (q - 1), "<"],
        [(n * s * s * sigmaP) / d, "<="],
      ] as const;
      const margins = marginsAt(n, given);
      expect(margins.map(({ name }) => name)).toEqual(CONDITIONS);
      for (const [k, [ratio, needs, least, most]] of printed.entries()) {
        const margin = margins[k] as (typeof margins)[number];
        expect(margin.ratio / ratio, margin.name).toBeCloseTo(1, 13);
        expect(margin.needs).toBe(needs);
        // As near to an end as roundings reach, either is right.
        const near = [least, most].some((end) => Math.abs(ratio / end - 1) < 1e-13);
        if (!near) expect(margin.holds, margin.name).toBe(ratio >= least && ratio <= most);
      }
      for (const [k, [ratio, side]] of implied.entries()) {
        const margin = margins[printed.length + k] as (typeof margins)[number];
        // At most q + 5 roundings on each side.
        expect(margin.ratio / ratio, margin.name).toBeCloseTo(1, 13);
        expect(margin.needs).toBe(`${side} 1`);
        // A ratio within half an ulp of 1 is 1 as a double, but not as 30 digits.
        if (margin.ratio !== 1)
          expect(margin.holds, margin.name).toBe(side === ">" ? margin.ratio > 1 : margin.ratio < 1);
      }
    },
  );

  test("are, at n = 16 with D = 5 and q = 3, what one computes by hand", () => {
    // d = 2^20, s = 4, sigma0^2 = 2^-10, eta = 2^-16 (see family.test.ts), and sigmaP = 1/4 where cSigmaP = 1/2 and no logarithm enters:
    // s sigmaP = 1 (not above 1), sqrt(s) sigmaP = 1/2, alpha = 8 sigmaP = 2, eta s sigmaP = 2^-16, eta s/sigma0^2 = 2^-4,
    // eta/sigma0^2 = 2^-6, n s^2 sigmaP/d = 2^(4+4-2-20); before them s n^2/sqrt(d) = 1, s sigmaP^2 = 1/4, alpha/sigmaP = 8,
    // sigma0^2 sqrt(d) = 1, m = 3, where (log 16)^2 = 7.7.
    const margins = marginsAt(16, { D: 5, cSigmaP: 0.5, logSigmaP: 0, cAlpha: 8, logAlpha: 0 });
    expect(margins.map(({ ratio, holds }) => [ratio, holds])).toEqual([
      [1, true],
      [0.25, true],
      [8, true],
      [1, true],
      [3, true],
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
    for (const [k, id] of CONDITIONS.entries()) {
      if ((PRINTED as readonly string[]).includes(id)) continue;
      const relation = hypothesisNamed(id).anyOf[0]?.relation.name;
      const ratios = table.map((margins) => margins[k]?.ratio as number);
      const rising = [...ratios].sort((a, b) => a - b);
      expect(ratios).toEqual(relation === "omega" ? rising : rising.reverse());
    }
  });

  test("are, at the published synthetic setting, outside the family", () => {
    // [T25] D.2 with eta = 5e-5: s sigmaP = 10, sqrt(s) sigmaP = 1, alpha = 0.2, eta s sigmaP = 5e-4, sigma0^2 = 1e-4: eta s/sigma0^2 = 50,
    // eta/sigma0^2 = 1/2, n s^2 sigmaP/d = 200 * 10^4 * 0.1/1000 = 200. Before them s n^2/sqrt(d) = 4e6/31.6, s sigmaP^2 = 1, alpha/sigmaP = 2,
    // sigma0^2 sqrt(d) = 0.00316, m = 20.
    const { setting } = PRESETS.paper as (typeof PRESETS)[string];
    const margins = marginsOf(CONDITIONS, valuesOf(setting, { lr: 5e-5, weightDecay: 1e-5 }));
    // Exact: the doubles are read as the decimals people write.
    expect(margins.map(({ ratio }) => Number(Number(ratio).toPrecision(6)))).toEqual([
      ...[126491, 1, 2, 0.00316228, 20],
      ...[10, 1, 0.2, 5e-4, 50, 0.5, 200],
    ]);
    // sqrt(s) sigmaP = 1 is O~(1) with the constant 1.
    expect(margins.map(({ holds }) => holds)).toEqual([
      ...[false, true, true, false, true],
      ...[true, true, true, true, false, true, false],
    ]);
  });

  test("hold what no double can", () => {
    // eta/sigma0^999 = 64^-5/64^(-1.5 * 999) = 10^(1.80618 (1498.5 - 5)) = 10^2697.5 at D = 6.
    const { setting, optimizer } = familySetting(64, { q: 1000, powerEta: 5 });
    const [{ ratio, holds }] = marginsOf(["single-step"], valuesOf(setting, optimizer)) as [
      ReturnType<typeof marginsOf>[0],
    ];
    expect(ratio).toMatch(/^[1-9](\.\d+)?e\+269[0-9]$/);
    expect(holds).toBe(false);
  });
});

describe("marginOfHypothesis", () => {
  const values = { n: 200, B: 100, s: 100, sigmaP: 0.1, lambda: 0, b1: 0.9, b2: 0.999 };

  test("takes the case that holds where there are several", () => {
    const large = hypothesisNamed("adamw-large-batch");
    // n/B = 2 is within a factor 4 of 1; n/B = 8 is not, but 8/(s sigmaP) = 0.8 < 1; n/B = 100 is neither.
    expect(marginOfHypothesis(large, values)).toMatchObject({
      formula: "n/B = Theta(1)",
      ratio: 2,
      needs: "0.25 to 4",
      holds: true,
    });
    expect(marginOfHypothesis(large, { ...values, B: 25 })).toMatchObject({
      formula: "n/B = o(s sigmaP)",
      ratio: 0.8,
      holds: true,
    });
    expect(marginOfHypothesis(large, { ...values, B: 2 })).toMatchObject({
      formula: "n/B = Theta(1)",
      ratio: 100,
      holds: false,
    });
  });

  test("reads polylog n as up to (log n)^2, on the side where the papers have it", () => {
    // (log 200)^2 = 28.07: alpha from sigmaP/4 to 112.3 sigmaP, sigmaP^2 from 1/(112.3 s) to 4/s.
    const at = (alpha: number) => marginsOf(["feature-noise-size"], { ...values, alpha })[0]?.holds;
    expect([0, 0.0249, 0.025, 0.1, 11.2, 11.3].map(at)).toEqual([false, false, true, true, true, false]);
    const size = (sigmaP: number) => marginsOf(["noise-size"], { ...values, sigmaP })[0]?.holds;
    expect([0.2, 0.201, 0.0095, 0.0094].map(size)).toEqual([true, false, true, false]);
  });

  test("takes the user's constants", () => {
    const [margin] = marginsOf(["large-batch"], values, { "large-batch": 1.5 });
    expect(margin).toMatchObject({ ratio: 2, holds: false });
    expect(marginsOf(["noise-l1"], values, { "noise-l1": 20 })[0]).toMatchObject({ needs: "> 20", holds: false });
  });

  test("says of no decay that there is none", () => {
    expect(marginsOf(["some-decay"], values)[0]).toMatchObject({ ratio: "0/0", holds: false });
    expect(marginsOf(["some-decay"], { ...values, lambda: 1e-300 })[0]).toMatchObject({ ratio: 0, holds: true });
  });

  test("asks nothing of a lower bound below 0: log(1/eps) at eps > 1", () => {
    const at = (eps: number) => marginsOf(["mini-batch"], { ...values, eps })[0];
    expect(at(2)).toMatchObject({ ratio: "Infinity", holds: true });
    expect(at(0)).toMatchObject({ ratio: 0, holds: false });
  });

  test("refuses a symbol without a value, with its place", () => {
    expect(() => marginsOf(["large-batch"], { n: 3 })).toThrow(
      /"n\/B" must use symbols that have a value, but has B at position 3/,
    );
  });
});

describe("the registries", () => {
  const ids = HYPOTHESES.map(({ id }) => id);

  test("name every hypothesis once, and theorems name only those", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(THEOREMS.map(({ id }) => id)).size).toBe(THEOREMS.length);
    for (const id of [...SHARED, ...THEOREMS.flatMap(({ hypotheses }) => hypotheses)]) expect(ids).toContain(id);
  });
});
