import type { Engine } from "../engine.ts";
import { reference } from "./reference.ts";
import { wasm } from "./wasm.ts";

/** Every engine; the first is the default. Adding one is one line here. */
export const ENGINES: readonly [Engine, ...Engine[]] = [wasm, reference];
