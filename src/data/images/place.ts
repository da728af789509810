import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { InputError, show } from "../../setting/inputError.ts";

const IN_PACKAGE = /^npm:((?:@[\w.-]+\/)?[\w.-]+)\/(.+)$/;

/** The folder of an installed package: from here, or from where the process works. */
function folderOf(name: string): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), "package.json")]) {
    try {
      return dirname(createRequire(from).resolve(`${name}/package.json`));
    } catch {
      // Looked for from the next place.
    }
  }
  return undefined;
}

/**
 * Where a file lies.
 *
 * @param path as it was written: of a file, from the working directory, or npm:PACKAGE/PATH
 * @param field that has it, for errors
 * @returns its absolute path
 * @throws InputError for a package that is not installed
 * Source: ours.
 */
export function placeOf(path: string, field: string): string {
  const [, name, rest] = IN_PACKAGE.exec(path) ?? [];
  if (name === undefined || rest === undefined) return resolve(path);
  const folder = folderOf(name);
  if (folder !== undefined) return join(folder, rest);
  throw new InputError(
    `${field} must be in an installed package, but ${show(name)} is none; run "npm install ${name}", or name files of your own`,
  );
}
