import { describe, expect, test } from "vitest";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { METHOD_NAMES, METHODS, reduce, reduceTo } from "../../src/dynamics/reduce.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";

const tiny: Setting = {
  ...{ n: 3, d: 11, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.25 },
  labels: "balanced",
  supports: "disjoint",
};
/** Two supports of 3 out of 4 coordinates meet for certain. */
const crowded: Setting = { ...tiny, d: 5, supports: "independent" };
const STANDARD: Problem["optimizer"] = {
  ...{ name: "adamw", lr: 0.1, weightDecay: 0, convention: "pytorch", eps: 0 },
  betas: [0.9, 0.999],
};
const problem = (optimizer: object, setting = tiny): Problem => {
  const network = networkOf("cnn", setting);
  const complete = { ...STANDARD, ...optimizer };
  return { network, optimizer: complete, start: drawActiveStart(setting, network, 1) };
};

/** Optimizer, then the method on disjoint supports; on overlapping ones it is gram for SGD and active-set else. */
const ROWS = [
  [{ name: "sgd" }, "gram"],
  [{ name: "sgd", weightDecay: 0.5 }, "gram"],
  [{ name: "adam" }, "scalar"],
  [{ name: "adam", eps: 1e-8 }, "coordinate"],
  [{ name: "adam", weightDecay: 0.5 }, "active-set"],
  [{ name: "adam", weightDecay: 0.5, eps: 1e-8 }, "active-set"],
  [{ name: "adamw", weightDecay: 0.5 }, "scalar"],
  [{ name: "adamw", weightDecay: 0.5, convention: "paper" }, "scalar"],
  [{ name: "adamw", weightDecay: 0.5, eps: 1e-8 }, "coordinate"],
  [{ name: "adamw", eps: 1e-8 }, "coordinate"],
  [{ name: "signsgd" }, "scalar"],
  [{ name: "signsgd", weightDecay: 0.5 }, "active-set"],
  [{ name: "signsgdw", weightDecay: 0.5 }, "scalar"],
] as const;

describe("reduce", () => {
  test.each(ROWS)("%j on disjoint supports: %s", (optimizer, method) => {
    expect(reduce(problem(optimizer)).method.name).toBe(method);
    expect(reduceTo("auto", problem(optimizer))).toEqual(reduce(problem(optimizer)));
  });

  test.each(ROWS.map(([optimizer]) => [optimizer]))("%j on overlapping supports", (optimizer) => {
    const { method } = reduce(problem(optimizer, crowded));
    expect(method.name).toBe(optimizer.name === "sgd" ? "gram" : "active-set");
  });

  test("says of every stronger method which condition fails", () => {
    const { unmet } = reduce(problem({ name: "adamw", eps: 1e-8 }, crowded));
    expect(unmet).toEqual([
      { method: "gram", condition: "the optimizer must be sgd, but is adamw" },
      { method: "scalar", condition: "eps must be 0, but is 1e-8" },
      {
        method: "coordinate",
        condition: expect.stringMatching(/disjoint, but examples 0 and 1 share coordinate \d+ \(counted from 0\)$/),
      },
    ]);
    expect(reduce(problem({ name: "sgd" })).unmet).toEqual([]);
  });
});

describe("reduceTo", () => {
  const met = (name: string, of: Problem) => METHODS.find((method) => method.name === name)?.unmet(of) === undefined;

  // Every method on every row, disjoint and not: it is taken, or the error is one sentence that names the condition and a way out.
  test.each(METHOD_NAMES.slice(1))("%s is taken if its conditions hold, and refused in one sentence else", (name) => {
    let taken = 0;
    for (const of of ROWS.flatMap(([optimizer]) => [problem(optimizer), problem(optimizer, crowded)])) {
      if (met(name, of)) {
        taken++;
        expect(reduceTo(name, of)).toMatchObject({ method: { name } });
        expect(name === "auto" || reduceTo(name, of).unmet === undefined).toBe(true);
        continue;
      }
      const words = errorOf(() => reduceTo(name, of));
      expect(words).toMatch(
        /^method must be one whose conditions hold, but is "[a-z-]+" and (the|eps) .+; use "method": /,
      );
      expect(words).toContain(METHODS.find((method) => method.name === name)?.unmet(of));
      expect(words).toContain(`"${reduce(of).method.name}" or "auto"`);
      expect(words, "one sentence").not.toMatch(/\n|[.!?]\s+[A-Z]|\.$/);
    }
    expect(taken).toBeGreaterThan(0);
  });

  test.each(METHODS.map(({ name }) => name))("%s: what was read of it stays when it goes on", (name) => {
    const of = ROWS.map(([optimizer]) => problem(optimizer)).find((row) => met(name, row)) as Problem;
    const recurrence = reduceTo(name, of).method.start(of);
    const batches = { indices: Int32Array.of(0, 1, 2), offsets: Int32Array.of(0, 3) };
    const read = [recurrence.coefficients(), recurrence.weights()] as const;
    const kept = structuredClone(read);
    expect(recurrence.run(batches)).toBe(true);
    expect(read).toEqual(kept);
    expect(recurrence.coefficients()).not.toEqual(kept[0]);
  });

  test("a name that is none is a fault of the caller, and named", () => {
    expect(() => reduceTo("exact", problem({ name: "sgd" }))).toThrow('no method is named "exact"');
  });

  test("sign stands in for Adam and AdamW alone, on disjoint supports", () => {
    const names = ROWS.filter(([optimizer]) => met("sign", problem(optimizer))).map(([{ name }]) => name);
    expect([...new Set(names)]).toEqual(["adam", "adamw"]);
    expect(errorOf(() => reduceTo("sign", problem({ name: "adam" }, crowded)))).toMatch(/examples 0 and 1 share/);
    expect(errorOf(() => reduceTo("sign", problem({ name: "signsgd" })))).toContain(
      "must keep moments, but is signsgd",
    );
  });
});

function errorOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("it was accepted");
}
