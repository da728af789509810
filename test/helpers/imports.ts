import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { transformSync } from "rolldown/utils";
import ts from "typescript";

/** What a module loads, itself included, directly or through others. */
export interface Reach {
  /** Absolute paths of our own files. */
  readonly files: ReadonlySet<string>;
  /** Specifiers of packages and of Node's modules, and the first file that was seen to load each. */
  readonly packages: ReadonlyMap<string, string>;
}

const known = new Map<string, string[]>();

/** The specifiers that a file loads when it runs: imports of types are gone then. */
function specifiersOf(path: string): string[] {
  const found = known.get(path);
  if (found) return found;
  const { code } = transformSync(path, readFileSync(path, "utf8"), { typescript: { onlyRemoveTypeImports: true } });
  const specifiers = ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
  known.set(path, specifiers);
  return specifiers;
}

/**
 * Walks the graph of imports, static and dynamic ones with a literal specifier.
 *
 * @param entries absolute paths
 * @returns every file reached and every package named
 */
export function reachOf(entries: readonly string[]): Reach {
  const files = new Set(entries);
  const packages = new Map<string, string>();
  // A set can grow while it is walked.
  for (const file of files) {
    for (const specifier of specifiersOf(file)) {
      if (!specifier.startsWith(".")) packages.set(specifier, packages.get(specifier) ?? file);
      else if (/\.m?[jt]s$/.test(specifier)) files.add(resolve(dirname(file), specifier));
    }
  }
  return { files, packages };
}
