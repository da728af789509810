import type { Engine } from "../engine.ts";
import { reference } from "./reference.ts";

/** Every engine; the first is the default. Adding one is one line here. */
export const ENGINES: readonly [Engine, ...Engine[]] = [reference];
