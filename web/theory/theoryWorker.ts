import { expose } from "comlink";
import { define } from "../choice/own.ts";
import type { readFormula } from "../choice/readFormula.ts";
import type { boundText } from "./bound/boundText.ts";
import type { enclosedText } from "./enclosed/enclosedText.ts";
import { theoryOf } from "./theoryOf.ts";

/** A worker of its own: the symbols take a library, and no training waits for them. What reads what people type in, and what encloses, is loaded when it is asked. */
expose({
  theoryOf,
  define,
  readFormula: async (...given: Parameters<typeof readFormula>) =>
    (await import("../choice/readFormula.ts")).readFormula(...given),
  enclosedText: async (...given: Parameters<typeof enclosedText>) =>
    (await import("./enclosed/enclosedText.ts")).enclosedText(...given),
  boundText: async (...given: Parameters<typeof boundText>) =>
    (await import("./bound/boundText.ts")).boundText(...given),
});
