import { fileURLToPath } from "node:url";
import { carriedOf } from "../optimizers/formula/carried.ts";
import { usersOptimizers } from "../optimizers/registry.ts";
import { integerBetween } from "../setting/fields.ts";
import * as z from "../setting/zod.ts";
import { checked } from "./options.ts";
import { type ServedFolder, serveFolder } from "./serveFolder.ts";

/** The built pages, from the compiled file's place. */
const PAGES = fileURLToPath(new URL("../../web/", import.meta.url));

const schema = z.strictObject({ port: integerBetween(0, 65535, "on which it listens", "none").optional() });

/**
 * Serves the explorer on this machine alone: a page in which trainings run and are drawn as they run. Optimizers that were defined by formulas are
 * in its list, too; functions are code, and the page runs none but its own.
 *
 * @param options port, 4747 unless given; 0 for any that is free
 * @returns the address, and `close`
 * @throws InputError where the port cannot be had
 * Source: ours. Shown by `adamcheck explore --help`.
 */
export async function explore(options: { readonly port?: number | undefined } = {}): Promise<ServedFolder> {
  const { port = 4747 } = checked(schema, options, "explore's options");
  return serveFolder(PAGES, port, { "own.json": usersOptimizers().flatMap((own) => carriedOf(own) ?? []) });
}
