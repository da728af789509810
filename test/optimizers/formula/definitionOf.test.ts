import { describe, expect, it } from "vitest";
import { defineOptimizer } from "../../../src/optimizers/defineOptimizer.ts";
import { definitionOf } from "../../../src/optimizers/formula/definitionOf.ts";
import { OPTIMIZERS, optimizerNamed } from "../../../src/optimizers/registry.ts";
import { FORMULAS } from "../../helpers/formulaOptimizers.ts";

describe("definitionOf", () => {
  it.each(FORMULAS.map((given) => [given.name, given] as const))(
    "%s, sent as JSON, defines the same optimizer",
    (_, given) => {
      const optimizer = defineOptimizer(given);
      const sent = JSON.parse(JSON.stringify(definitionOf(optimizer)));
      expect(sent).toMatchObject(given);
      // Another definition of a name is refused; this one is none.
      expect(defineOptimizer(sent)).toBe(optimizer);
    },
  );

  it("knows nothing of ours, and of functions", () => {
    defineOptimizer({ name: "definition-of-function", decay: "coupled", direction: (gradient) => gradient });
    for (const optimizer of [...OPTIMIZERS, optimizerNamed("definition-of-function")]) {
      expect(definitionOf(optimizer)).toBeUndefined();
    }
  });
});
