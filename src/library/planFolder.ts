import { basename, extname } from "node:path";

/**
 * The folder of a plan's runs where none is named: the file's name without its ending, with -runs where it has none and would be the file itself.
 *
 * @param path of the plan file
 * @returns a path from the working directory
 * @example
 * planFolder("plans/small.yaml") // => "small"
 * planFolder("plans/small") // => "small-runs"
 */
export function planFolder(path: string): string {
  const ending = extname(path);
  return ending === "" ? `${basename(path)}-runs` : basename(path, ending);
}
