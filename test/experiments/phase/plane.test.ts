import { describe, expect, it } from "vitest";
import { planeOf } from "../../../src/experiments/phase/plane.ts";
import { preparedPlan } from "../../../src/experiments/phase/prepared.ts";
import { parsePlan, pointAt } from "../../../src/experiments/sweep/plan.ts";

const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 4 };
const planWith = (axes: object, more: object = {}) => parsePlan({ base, axes, seeds: "1", ...more });
const axes = { lr: [0.1, 0.01, 0.03], weightDecay: [1e-3, 1e-2] };

describe("planeOf", () => {
  it("takes the axes in their order or as named, values rising, node i height + k at (x_i, y_k)", () => {
    expect([planeOf(planWith(axes)).x.name, planeOf(planWith(axes), "weightDecay").y.name]).toEqual(["lr", "lr"]);
    expect(planeOf(planWith(axes), undefined, "lr").x.name).toBe("weightDecay");
    const { plan, x, y } = planeOf(planWith(axes), "weightDecay", "lr");
    expect([x.values, y.values]).toEqual([
      [1e-3, 1e-2],
      [0.01, 0.03, 0.1],
    ]);
    for (const node of [0, 1, 2, 3, 4, 5]) {
      expect(pointAt(plan, node)).toEqual({ weightDecay: x.values[Math.floor(node / 3)], lr: y.values[node % 3] });
    }
  });

  it("refuses what is no plane of two positive numbers", () => {
    const refused = [
      () => planeOf(planWith({ lr: [0.1, 0.2] })),
      () => planeOf(planWith({ ...axes, batchSize: [1, 2] })),
      () => planeOf(planWith(axes), "lr", "lr"),
      () => planeOf(planWith(axes), "batchSize"),
      () => planeOf(planWith(axes, { zip: [{ batchSize: [1, 2] }] })),
      () => planeOf(planWith({ ...axes, weightDecay: [0, 1] })),
      () => planeOf(planWith({ ...axes, weightDecay: [1] })),
      () => planeOf(planWith({ weightDecay: [1, 2], optimizer: ["adam", "adamw"] })),
    ];
    for (const call of refused) expect(call).toThrow(/must/);
  });
});

describe("preparedPlan", () => {
  it("has the usual ranges, and those that are given", () => {
    const usual = preparedPlan(
      base,
      [
        { name: "weightDecay", steps: 6 },
        { name: "batchSize", steps: 5 },
      ],
      "1-2",
    );
    expect(usual.axes).toEqual({ weightDecay: [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1], batchSize: [1, 2, 3, 4, 6] });
    expect(usual.seeds).toEqual([1, 2]);
    const given = preparedPlan(
      base,
      [
        { name: "lr", steps: 2 },
        { name: "alpha", steps: 1, range: [0.1, 0.4] },
      ],
      "1",
    );
    expect(given.axes).toEqual({ lr: [0.002, 0.02, 0.2], alpha: [0.1, 0.4] });
  });

  it("refuses an axis without a range of its own", () => {
    for (const name of ["labels", "nothing"]) {
      expect(() =>
        preparedPlan(
          base,
          [
            { name, steps: 2 },
            { name: "lr", steps: 2 },
          ],
          "1",
        ),
      ).toThrow(/must be (a number > 0|what a run file says)/);
    }
  });
});
