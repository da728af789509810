import { type Remote, wrap } from "comlink";
import type { Carried } from "../../src/optimizers/formula/carried.ts";
import { InputError } from "../../src/setting/inputError.ts";
import type { define } from "../choice/own.ts";
import type { readFormula } from "../choice/readFormula.ts";
import type { Choice } from "../choice/state.ts";
import type { theoryOf } from "./theoryOf.ts";

type Library = Remote<{
  theoryOf: typeof theoryOf;
  define: typeof define;
  readFormula: typeof readFormula;
}>;

let library: Library | undefined;

/**
 * The worker that has what is large and seldom asked: the theory, and the reader of formulas. It is loaded with the first call.
 *
 * @returns its functions
 */
export function theLibrary(): Library {
  library ??= wrap(new Worker(new URL("./theoryWorker.ts", import.meta.url), { type: "module" })) as Library;
  return library;
}

/** What a worker gives, with its sentences about input as sentences about input: an error that travels loses its class. */
async function fromLibrary<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { name, message } = error as Error;
    throw name === "InputError" ? new InputError(message) : error;
  }
}

/** `readFormula` in the worker. */
export const readInLibrary = (choice: Choice): Promise<Carried> => fromLibrary(theLibrary().readFormula(choice));
