import { describe, expect, it } from "vitest";
import { valuesOf } from "../../../src/bounds/hypotheses/values.ts";
import { SYMBOLS } from "../../../src/bounds/order/symbols.ts";
import type { Setting } from "../../../src/setting/setting.ts";

const setting: Setting = { n: 2, d: 30, s: 5, sigmaP: 7, alpha: 11, m: 13, q: 17, sigma0: 19, labels: "balanced" };

describe("valuesOf", () => {
  it("gives every letter its own number", () => {
    const optimizer = { lr: 23, weightDecay: 29, betas: [31, 37] as const, eps: 41 };
    expect(valuesOf(setting, optimizer, 43)).toEqual({
      ...{ n: 2, d: 30, s: 5, sigmaP: 7, alpha: 11, m: 13, q: 17, sigma0: 19 },
      ...{ eta: 23, lambda: 29, b1: 31, b2: 37, eps: 41, B: 43 },
    });
  });

  it("leaves out what the optimizer has not, and knows every symbol of the formulas", () => {
    const values = valuesOf(setting, { lr: 1, weightDecay: 0 });
    expect([values.eps, values.b1, values.b2, values.B]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Object.keys(values).sort()).toEqual(Object.keys(SYMBOLS).sort());
  });
});
