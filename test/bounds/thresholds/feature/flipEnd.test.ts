import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { flipEnd } from "../../../../src/bounds/thresholds/feature/flipEnd.ts";
import { normalQuantile } from "../../../../src/numeric/normalQuantile.ts";

const setting = { n: 64, s: 64, sigmaP: 0.125, alpha: 0.2, q: 3, sigma0: 0.02 };
const BETAS = [0.9, 0.95] as const;

describe("the end of Adam's flip", () => {
  it("is where the share that decay leaves draws, at the full batch", () => {
    // K = G = 1: c(f) = 1/((alpha f)^(-1/2) + alpha) = 1/|zeta|_1, so f = (|zeta|_1 - alpha)^-2/alpha, Q(t) = f, and lambda = (3/(2n)) sigma0 |zeta|^3 t with |zeta| = 1.
    const l1 = 8 * Math.sqrt(2 / Math.PI);
    const f = (l1 - 0.2) ** -2 / 0.2;
    const t = -normalQuantile(f);
    expect(flipEnd(setting, BETAS, 64)).toBeCloseTo((3 / 128) * 0.02 * t, 10);
  });

  it("is at no lambda where the feature wins without decay", () => {
    // |zeta|_1 = sqrt(2/pi) 2 = 1.6 is below 1/c(1/2) = 10^(1/2) + 0.2.
    expect(flipEnd({ ...setting, s: 4, sigmaP: 0.5 }, BETAS, 64)).toBe(0);
    expect(flipEnd(setting, BETAS, 2)).toBe(0);
  });

  test.prop([fc.double({ min: 1e-4, max: 1, noNaN: true }), fc.integer({ min: 1, max: 8 })])(
    "is proportional to sigma0^(q-2)/n at the full batch",
    (sigma0, times) => {
      const n = 64 * times;
      const at = flipEnd({ ...setting, n, sigma0 }, BETAS, n);
      expect((at * n) / sigma0 / ((flipEnd(setting, BETAS, 64) * 64) / 0.02)).toBeCloseTo(1, 9);
    },
  );

  it("rises with the noise in t alone", () => {
    const at = (s: number) => flipEnd({ ...setting, s, sigmaP: 1 / Math.sqrt(s) }, BETAS, 64);
    expect(at(256)).toBeGreaterThan(at(64));
    expect(at(256) / at(64)).toBeLessThan(2);
  });
});
