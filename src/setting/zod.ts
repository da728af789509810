/** What we use of zod, name by name: the build makes this file a bundle of just that, for zod whole takes as long to load as Node itself. */

import { config, strictObject as strict } from "zod";

// Schemas are followed, not compiled to code from text: a page's policy may forbid that, and one sentence a call needs no speed.
config({ jitless: true });

export type { core, input, output, ZodError } from "zod";
export { custom, discriminatedUnion, literal, tuple } from "zod";

interface Refused {
  readonly code?: string | undefined;
  readonly inst?: unknown;
}

/** The keys of an object with one that is unknown: what was meant may be among them. */
function knownKeys({ code, inst }: Refused): string | undefined {
  if (code !== "unrecognized_keys") return undefined;
  const { shape } = inst as { readonly shape: object };
  return `must be one of ${Object.keys(shape)
    .map((key) => `"${key}"`)
    .join(", ")}`;
}

/** zod's, but an unknown key is told which ones there are. */
export const strictObject: typeof strict = (shape, params = { error: knownKeys }) => strict(shape, params);
