import { describe, expect, it } from "vitest";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { carriedOf, optimizerOf } from "../../../src/optimizers/formula/carried.ts";
import type { Iterate } from "../../../src/optimizers/optimizer.ts";
import { OPTIMIZERS, optimizerNamed } from "../../../src/optimizers/registry.ts";
import { FORMULAS } from "../../helpers/formulaOptimizers.ts";

describe("an optimizer by formulas", () => {
  it.each(FORMULAS.map((given) => [given.name, given] as const))(
    "%s takes the same steps where it was carried as JSON",
    (_, given) => {
      const optimizer = defineOptimizer(given);
      const carried = optimizerOf(JSON.parse(JSON.stringify(carriedOf(optimizer))));
      const hyper = { lr: 0.125, weightDecay: 0.25, convention: "pytorch", betas: [0.5, 0.75], eps: 1e-3 } as const;
      const weights = Float64Array.of(0.3, -1.7, 0);
      const trained = ({ init, update }: typeof optimizer): Iterate =>
        [0.1, -0.7, 0, 2].reduce((at, g) => update(hyper, at, Float64Array.of(g, -g, g / 3)), init(weights));
      expect(trained(carried)).toEqual(trained(optimizer));
      const { init: _init, update: _update, ...data } = carried;
      expect(data).toEqual(carriedOf(optimizer));
    },
  );

  it("is what can be carried: not ours, and no function", () => {
    defineOptimizer({ name: "carried-function", decay: "coupled", direction: (gradient) => gradient });
    for (const optimizer of [...OPTIMIZERS, optimizerNamed("carried-function")]) {
      expect(carriedOf(optimizer)).toBeUndefined();
    }
  });
});
