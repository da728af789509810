import type { FormulaDefinition } from "../../src/optimizers/formula/fromFormulas.ts";
import { knownOptimizers } from "../../src/optimizers/registry.ts";
import { InputError, show } from "../../src/setting/inputError.ts";
import type { Choice } from "./state.ts";

/** The optimizer of a choice that is typed in. */
export const BY_FORMULA = "formula";

/** What names of such optimizers look like, to runs. */
export const FORMULA_NAME = /^formula-[0-9a-f]{8}$/;

type Formula = Pick<Choice, "decay" | "memory" | "direction">;

/** FNV-1a: the same definition has the same name everywhere. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** By which runs know the optimizer. */
export const formulaName = ({ decay, memory, direction }: Formula): string =>
  `formula-${shortHash(JSON.stringify([decay, memory, direction]))}`;

/** "mom = b1*mom + (1-b1)*g; sec = ..." by name. */
function memoryOf(text: string): Record<string, string> {
  const lines = text.split(/[;\n]/).filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, formula] = /^\s*([a-zA-Z]\w*)\s*=(.+)$/.exec(line) ?? [];
      if (name === undefined || formula === undefined) {
        const example = "mom = b1*mom + (1-b1)*g";
        throw new InputError(`memory must be name = formula, with ; between, but is ${show(line)}; write ${example}`);
      }
      return [name, formula.trim()];
    }),
  );
}

/**
 * The definition of a choice's own optimizer, as `defineOptimizer` takes it.
 *
 * @param formula decay, memory and direction as they are typed
 * @returns it; betas and eps have a default where its formulas use them
 * @throws InputError where the memory is not name = formula
 */
export function definitionOf(formula: Formula): FormulaDefinition {
  const { decay, direction } = formula;
  const memory = memoryOf(formula.memory);
  const all = [...Object.values(memory), direction].join(" ");
  return {
    ...{ name: formulaName(formula), title: "own formula", decay },
    ...(/\bb[12]\b/.test(all) && { betas: [0.9, 0.999] }),
    ...(/\beps\b/.test(all) && { eps: 1e-8 }),
    ...(Object.keys(memory).length > 0 && { memory }),
    direction,
  };
}

/** Whether the optimizer of a choice has yet to be made of its formulas before a run can name it. */
export const isUnread = (choice: Choice): boolean =>
  choice.optimizer === BY_FORMULA && !knownOptimizers().some(({ name }) => name === formulaName(choice));
