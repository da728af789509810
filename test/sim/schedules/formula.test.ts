import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import "../../../src/sim/schedules/formula.ts";
import { NAMED, scheduleOf } from "../../../src/sim/schedules/named.ts";

const at = (t: number, T = 100, e = 0, E = 1) => ({ t, T, e, E });

describe("a schedule", () => {
  it("has the named ones' values", () => {
    // Of 100 steps: the first, the one in the middle, the last.
    const three = (name: string) => [1, 51, 100].map((t) => scheduleOf(name)(at(t)));
    expect(three("constant")).toEqual([1, 1, 1]);
    expect(three("linear")).toEqual([1, 0.5, 1 - 99 / 100]);
    expect(three("inverseSqrt")).toEqual([1, 1 / Math.sqrt(51), 0.1]);
    // cos(pi/2) = 0; (1 + cos(0.99 pi))/2 = sin(0.005 pi)^2 = 2.4672e-4.
    expect(three("cosine")[0]).toBe(1);
    expect(three("cosine")[1]).toBeCloseTo(0.5, 15);
    expect((three("cosine")[2] as number) / 2.4671981713420017e-4).toBeCloseTo(1, 10);
    // A third of 100 steps is over after 33 1/3: step 34 is the last of the first third (3 * 33/100 < 1), step 35 the first of the next one.
    expect([1, 34, 35, 67, 68, 100].map((t) => scheduleOf("step")(at(t)).toFixed(4))).toEqual([
      ...["1.0000", "1.0000", "0.1000", "0.1000", "0.0100", "0.0100"],
    ]);
  });

  const moderate = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  const numbers = fc.tuple(moderate, moderate);
  test.prop([numbers])("computes as JavaScript does", ([x, y]) => {
    const progress = { t: x, T: y, e: 2, E: 3 };
    const of = (text: string) => scheduleOf(text)(progress);
    expect(of("t + T*e - E/t")).toBe(x + y * 2 - 3 / x);
    expect(of("min(t, T) + max(t, T, e)")).toBe(Math.min(x, y) + Math.max(x, y, 2));
    expect(of("-floor(T) + sqrt(t*t)")).toBe(-Math.floor(y) + Math.sqrt(x * x));
    expect(of("t^2")).toBe(x * x);
    if (x < 0) expect(of("t^1.5")).toBeNaN();
    expect(of("cos(pi)")).toBeCloseTo(-1, 15);
    expect(of("log(exp(2))")).toBeCloseTo(2, 14);
    expect([of("0^0"), of("0^2"), of("1/2^2")]).toEqual([1, 0, 0.25]);
  });

  it("says in one sentence what it cannot read", () => {
    expect(() => scheduleOf("1/(1 + q)")).toThrow(/^the formula .*q.*/);
    expect(() => scheduleOf("cosin(t)")).toThrow(/cosin/);
    expect(() => scheduleOf("")).toThrow(/must not be empty/);
    expect(Object.keys(NAMED)).toContain("cosine");
  });
});
