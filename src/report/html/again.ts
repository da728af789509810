import { basename, dirname, extname, join, resolve } from "node:path";

/**
 * A name beside a folder or file, for what is made again.
 *
 * @param path as the user gave it
 * @returns the path of a new name in the same place
 * @example
 * againBeside("runs/a.json") // => "runs/a-again.json"
 * againBeside("results/") // => "results-again"
 */
export function againBeside(path: string): string {
  // "." and ".." have no name of their own.
  const named = /^\.*$/.test(basename(path)) ? resolve(path) : path;
  const ending = extname(named);
  return join(dirname(named), `${basename(named, ending)}-again${ending}`);
}
