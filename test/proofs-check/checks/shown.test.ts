import { describe, expect, it } from "vitest";
import { mustShow, type ShownBy, shownBest, shownText } from "../../../proofs-check/checks/shown.ts";

const by = (seed: number, by: number, runs: ShownBy["runs"] = [{ seed }]): ShownBy => ({
  ...{ seed, by, runs, violation: `${seed} is off by ${by}`, command: "dynamics" },
});

describe("shownBest", () => {
  it("is the seed that shows it best, the first of several, with all its runs", () => {
    expect(shownBest([by(1, 2), by(2, 3, [{ b: 1 }, { b: 8 }]), by(3, 3)])).toEqual({
      ...{ case: { seed: 2 }, violation: "2 is off by 3", command: "dynamics" },
      ...{ run: { b: 1 }, besides: [{ b: 8 }] },
    });
    expect(shownBest([by(1, 0)])).not.toHaveProperty("besides");
  });

  it("is none where no seed goes against it, and says nothing then", () => {
    expect(shownBest([])).toBeUndefined();
    expect(shownText(undefined, "one")).toBe("");
    expect(shownText(shownBest([by(1, 2)]), "one")).toBe("; one: 1 is off by 2");
  });
});

describe("mustShow", () => {
  const right = { violation: "v", runs: [{}], command: "simulate" } as const;

  it("takes what is whole", () => {
    expect(mustShow("outcome", right)).toBe(right);
  });

  it.each([{ violation: " " }, { runs: [] }, { runs: [1] }, { command: "sweep" }])("refuses %j", (wrong) => {
    expect(() => mustShow("outcome", { ...right, ...wrong } as never)).toThrow(
      /^outcome must return violation \(a text\), runs \(run files\) and command/,
    );
  });
});
