import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Relative modules that a declaration imports. */
const IMPORT = /(?:from|import\()\s*"(\.[^"]+)"/g;

/**
 * Removes the declarations that no entry leads to: nobody outside can import them.
 *
 * @param {string} folder of what is compiled
 * @param {string[]} entries declarations in it
 */
export function pruneDeclarations(folder, entries) {
  const wanted = new Set(entries.map((entry) => join(folder, entry)));
  for (const path of wanted) {
    for (const [, target] of readFileSync(path, "utf8").matchAll(IMPORT)) {
      wanted.add(resolve(dirname(path), target).replace(/(\.d)?\.[jt]s$/, ".d.ts"));
    }
  }
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (name.endsWith(".d.ts") && !wanted.has(path)) rmSync(path);
  }
}
