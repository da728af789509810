import { type Remote, wrap } from "comlink";
import { type define, ownOptimizers } from "../choice/own.ts";
import type { DrawnRun } from "../choice/state.ts";
import type { Theory, theoryOf } from "./theoryOf.ts";

type Library = Remote<{ theoryOf: typeof theoryOf; define: typeof define }>;

/**
 * Asks the theory in a worker that is loaded with the first question.
 *
 * @param onTheory told the answer to the latest question; answers to earlier ones are dropped
 * @param onFault told why there is none
 * @returns asks about a run
 */
export function newTheory(onTheory: (theory: Theory) => void, onFault: (message: string) => void) {
  let library: Library | undefined;
  let asked = 0;
  return async (run: DrawnRun): Promise<void> => {
    const question = ++asked;
    try {
      if (!library) {
        library = wrap(new Worker(new URL("./theoryWorker.ts", import.meta.url), { type: "module" })) as Library;
        await library.define(ownOptimizers());
      }
      const theory = await library.theoryOf(run);
      if (question === asked) onTheory(theory);
    } catch (error) {
      if (question === asked) onFault(`the theory has no answer: ${(error as Error).message}`);
    }
  };
}
