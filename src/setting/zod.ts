/** What we use of zod, name by name: the build makes this file a bundle of just that, for zod whole takes as long to load as Node itself. */

export type { core, input, output, ZodError } from "zod";
export { config, custom, discriminatedUnion, literal, strictObject, tuple } from "zod";
