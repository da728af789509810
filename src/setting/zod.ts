/** What we use of zod, name by name: the build makes this file a bundle of just that, for zod whole takes as long to load as Node itself. */

import { config } from "zod";

// Schemas are followed, not compiled to code from text: a page's policy may forbid that, and one sentence a call needs no speed.
config({ jitless: true });

export type { core, input, output, ZodError } from "zod";
export { custom, discriminatedUnion, literal, strictObject, tuple } from "zod";
