import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { METHOD_NAMES } from "../../src/dynamics/reduce.ts";
import { parseComparison, parseDynamics } from "../../src/dynamics/run.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { parseRun } from "../../src/sim/run.ts";
import { runs, spelledRuns } from "../helpers/runs.ts";

const base = { preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3 };
const large = { n: 20, s: 50, sigmaP: 0.1, alpha: 0.2, m: 5, q: 3, sigma0: 0.01, labels: "balanced" };

function errorOf(input: unknown, parse: (input: unknown) => unknown = parseDynamics): string {
  try {
    parse(input);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message, "one sentence").not.toMatch(/\n|[.!?]\s+[A-Z]|\.$/);
    return (error as Error).message;
  }
  throw new Error("the run was accepted");
}

describe("parseDynamics", () => {
  test.prop([fc.oneof(runs(), spelledRuns()), fc.constantFrom(...METHOD_NAMES)])(
    "parsing again gives the same bytes, and the run is that of simulate",
    (run, method) => {
      const parsed = parseDynamics({ method, ...run });
      const text = JSON.stringify(parsed);
      expect(JSON.stringify(parseDynamics(JSON.parse(text)))).toBe(text);
      expect(parsed).toEqual({ ...parseRun(run), method });
    },
  );

  test("the method is auto where none is given", () => {
    expect(parseDynamics(base)).toEqual({ ...parseRun(base), method: "auto" });
  });

  test.each(["exact", "", "toString", null, 3, ["auto"], {}, true])("refuses %j as a method", (method) => {
    expect(errorOf({ ...base, method })).toBe(
      `method must be one of ${METHOD_NAMES.map((name) => `"${name}"`).join(", ")}, but is ${JSON.stringify(method)}; correct it or leave it out`,
    );
  });

  test.each([null, [], "x", 3, undefined, [base]])("refuses %j, which is no object", (input) => {
    expect(errorOf(input)).toMatch(/^the run must be an object, but is /);
    expect(errorOf(input)).toBe(errorOf(input, parseRun));
  });

  test("names an unknown key as simulate does", () => {
    expect(errorOf({ ...base, Method: "auto" })).toMatch(/^Method must be a known key/);
    expect(errorOf({ ...base, method: "auto" }, parseRun)).toMatch(/^method must be a known key/);
  });

  test.each([1e12, Number.MAX_SAFE_INTEGER])("d = %d costs nothing here, and too much for simulate", (d) => {
    const file = { ...base, preset: undefined, setting: { ...large, d } };
    expect(parseDynamics(file).setting.d).toBe(d);
    expect(errorOf(file, parseRun)).toMatch(/^setting must fit in 2 GiB/);
  });

  // Of a weight on an active coordinate 32 bytes: n s 2m = 10^7 2 5 of them are 3 GiB; 10^9 examples are too many by themselves.
  test.each([
    [{ n: 1000, s: 10_000, d: 1e12 }, {}],
    [{ n: 1e9, s: 1, d: 1e12 }, {}],
    [{ d: 1e12 }, { testSize: 1e7 }],
    [{ n: 2 ** 52, s: 2 ** 52, d: 2 ** 53 - 1 }, {}],
  ])("refuses %j %j, whose active coordinates do not fit in memory", (setting, rest) => {
    const words = errorOf({ ...base, ...rest, preset: undefined, setting: { ...large, ...setting } });
    expect(words).toMatch(
      /^setting must fit in 2 GiB of memory \(.*active coordinate.*\), but needs .* GiB; lower n, s, m or testSize$/,
    );
  });

  // Bytes by the formula, in GiB: (32 A + 16 T) 2m + 16 (2m)^2 + 40 n 2m + 28 t 2m + (n + t)(64 + 60 (s + 1)), t test examples,
  // A = min(n s + 1, d), T = min(A, t (s + 1)): all A here.
  test.each([
    // A = 2, 2m = 20000: 1.92e6 + 6.4e9 + 8e5 + 5.6e5 + 368 = 6.40328e9.
    [{ n: 1, s: 1, d: 2, m: 1e4 }, 1, "5.96"],
    // A = 2, 2m = 100, n = 10^6: 9600 + 160000 + 4e9 + 2800 + 1000001 184 = 4.184e9.
    [{ n: 1e6, s: 1, d: 2, m: 50 }, 1, "3.90"],
    // The same with t = 10^6: 40 more than 28 a lane make 2.8e9, and 184 each 1.84e8.
    [{ n: 1, s: 1, d: 2, m: 50 }, 1e6, "2.78"],
    // A = n s + 1 = 10^6 + 1, 2m = 100: 4.8e9 + 160000 + 4000 + 2800 + 2 (64 + 60 1000001) = 4.92e9.
    [{ n: 1, s: 1e6, d: 1e12, m: 50 }, 1, "4.58"],
    // Entries alone: 2m = 2, t = 2 10^7, s = 1: 192 + 64 + 80 + 1.12e9 + (2 10^7 + 1) 184 = 4.8e9.
    [{ n: 1, s: 1, d: 2, m: 1 }, 2e7, "4.47"],
  ])("of %j with %d test examples says %s GiB", (setting, testSize, size) => {
    const file = {
      ...base,
      preset: undefined,
      testSize,
      batchSize: 1,
      setting: { ...large, ...setting, labels: "rademacher" },
    };
    expect(errorOf(file)).toContain(`needs ${size} GiB`);
  });

  test("counts no more active coordinates than there are", () => {
    // n s 2m 32 bytes would be 6 GB; all d = 1001 coordinates are 10^4 weights.
    const setting = { ...large, n: 20_000, s: 1000, d: 1001 };
    const words = errorOf({ ...base, preset: undefined, testSize: 1, setting: { ...setting, n: 40_000 } });
    expect(words).toContain("GiB");
    expect(parseDynamics({ ...base, preset: undefined, testSize: 1, setting }).setting).toEqual(setting);
  });
});

describe("parseComparison", () => {
  const exact = METHOD_NAMES.filter((name) => name !== "sign");

  test.prop([runs(), fc.constantFrom(...exact)])("is parseDynamics for exact methods", (run, method) => {
    const parsed = parseComparison({ method, ...run });
    expect(parsed).toEqual(parseDynamics({ method, ...run }));
    expect(JSON.stringify(parseComparison(JSON.parse(JSON.stringify(parsed))))).toBe(JSON.stringify(parsed));
  });

  test("refuses sign, which is level 2 by itself, and d that the network does not fit in", () => {
    expect(errorOf({ ...base, method: "sign" }, parseComparison)).toMatch(/^method must be one of .*, but is "sign"/);
    const file = { ...base, preset: undefined, setting: { ...large, d: 1e12 } };
    expect(errorOf(file, parseComparison)).toMatch(/^setting must fit in 2 GiB of memory \(.*; lower d, m, n or s$/);
  });

  // n s 2m = 2 10^7 weights: 0.8 GB of the network, and twice 0.64 GB of those on active coordinates, which are all of them.
  test("counts the trainings in coefficients beside the network", () => {
    const file = { ...base, preset: undefined, testSize: 1, setting: { ...large, n: 200, s: 10_000, d: 2_000_001 } };
    expect(parseRun(file).setting).toEqual(file.setting);
    expect(parseDynamics(file).setting).toEqual(file.setting);
    expect(errorOf(file, parseComparison)).toMatch(/levels 1 and 2 each: 32 bytes .* but needs 2\.\d+ GiB/);
  });

  test("counts no test examples, which a comparison does not judge", () => {
    const file = { ...base, testSize: 1e9 };
    expect(errorOf(file, parseRun)).toContain("GiB");
    expect(parseComparison(file).testSize).toBe(1e9);
  });
});
