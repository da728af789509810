import { type Remote, wrap } from "comlink";
import type { Carried } from "../../src/optimizers/formula/carried.ts";
import { InputError } from "../../src/setting/inputError.ts";
import type { define } from "../choice/own.ts";
import type { readFormula } from "../choice/readFormula.ts";
import type { Choice } from "../choice/state.ts";
import type { boundText } from "./bound/boundText.ts";
import type { theoryOf } from "./theoryOf.ts";

type Library = Remote<{ theoryOf: typeof theoryOf; define: typeof define }>;
type Reader = Remote<{ boundText: typeof boundText; readFormula: typeof readFormula }>;

let library: Library | undefined;
let reader: Reader | undefined;

/**
 * The worker that has the theory, which is large. It is loaded with the first call.
 *
 * @returns its functions
 */
export function theLibrary(): Library {
  library ??= wrap(new Worker(new URL("./theoryWorker.ts", import.meta.url), { type: "module" })) as Library;
  return library;
}

/** The worker that reads what is typed in, loaded with the first call. */
function theReader(): Reader {
  reader ??= wrap(new Worker(new URL("./readerWorker.ts", import.meta.url), { type: "module" })) as Reader;
  return reader;
}

/** What a worker gives, with its sentences about input as sentences about input: an error that travels loses its class. */
async function fromReader<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { name, message } = error as Error;
    throw name === "InputError" ? new InputError(message) : error;
  }
}

/** `readFormula` in the worker. */
export const readTyped = (choice: Choice): Promise<Carried> => fromReader(theReader().readFormula(choice));

/** `boundText` in the worker. */
export const readBound = (bound: string, given: string): Promise<string> =>
  fromReader(theReader().boundText(bound, given));
