import { expect, it } from "vitest";
import { formulaName } from "../../../web/choice/formula.ts";
import { standardOf } from "../../../web/choice/state.ts";
import { optimizerFile } from "../../../web/downloads/optimizerFile.ts";

it("is a module that defines what is typed in, by the name that RUN.json has", () => {
  const choice = { ...standardOf("tiny"), optimizer: "formula", memory: "", direction: "g/(abs(g) + eps)" };
  expect(optimizerFile(choice)).toBe(`import { defineOptimizer } from "adamcheck";

defineOptimizer({
  "name": "${formulaName(choice)}",
  "title": "own formula",
  "decay": "decoupled",
  "eps": 1e-8,
  "direction": "g/(abs(g) + eps)"
});
`);
});
