import { type Remote, wrap } from "comlink";
import type { Carried } from "../../src/optimizers/formula/carried.ts";
import { InputError } from "../../src/setting/inputError.ts";
import type { define } from "../choice/own.ts";
import type { readFormula } from "../choice/readFormula.ts";
import type { Choice } from "../choice/state.ts";
import type { boundText } from "./bound/boundText.ts";
import type { enclosedText } from "./enclosed/enclosedText.ts";
import type { theoryOf } from "./theoryOf.ts";

type Library = Remote<{
  theoryOf: typeof theoryOf;
  define: typeof define;
  readFormula: typeof readFormula;
  boundText: typeof boundText;
  enclosedText: typeof enclosedText;
}>;

/** A worker of one's own. */
export const newLibrary = (): Library =>
  wrap(new Worker(new URL("./theoryWorker.ts", import.meta.url), { type: "module" })) as Library;

let library: Library | undefined;
let reader: Library | undefined;

/**
 * The worker that has what is large and seldom asked: the theory, and readers of what people type in. It is loaded with the first call.
 *
 * @returns its functions
 */
export function theLibrary(): Library {
  library ??= newLibrary();
  return library;
}

/** Another of the same, so that a bound that takes long keeps no theory waiting. */
function theReader(): Library {
  reader ??= newLibrary();
  return reader;
}

/** What a worker gives, with its sentences about input as sentences about input: an error that travels loses its class. */
export async function fromReader<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { name, message } = error as Error;
    throw name === "InputError" ? new InputError(message) : error;
  }
}

/** `readFormula` in the worker. */
export const readTyped = (choice: Choice): Promise<Carried> => fromReader(theLibrary().readFormula(choice));

/** `boundText` in the worker. */
export const readBound = (bound: string, given: string): Promise<string> =>
  fromReader(theReader().boundText(bound, given));
