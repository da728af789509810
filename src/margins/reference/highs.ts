import { InputError } from "../../setting/inputError.ts";
import type { Solver } from "./programs.ts";

/**
 * Loads HiGHS, a package that the largest margins need and that nothing else does.
 *
 * @param load how it is imported
 * @returns the solver
 * @throws InputError where it is not installed
 */
export async function loadHighs(load: () => Promise<unknown> = () => import("highs")): Promise<Solver> {
  try {
    const { default: start } = (await load()) as { readonly default: () => Promise<Solver> };
    return await start();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new InputError(
      "largest must have the optional package highs, but it is not installed; run npm install highs@1.15.3",
    );
  }
}
