import { definitionOf } from "../choice/formula.ts";
import type { Choice } from "../choice/state.ts";

/**
 * The file that makes an optimizer by formulas known to the command line.
 *
 * @param choice whose optimizer is typed in
 * @returns a module for `--load`
 * @throws InputError where its memory is not name = formula
 */
export const optimizerFile = (choice: Choice): string =>
  `import { defineOptimizer } from "adamcheck";\n\ndefineOptimizer(${JSON.stringify(definitionOf(choice), null, 2)});\n`;
