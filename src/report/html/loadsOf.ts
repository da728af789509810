import { isObject } from "../../setting/isObject.ts";

const WORD = /^[\w.+-]{1,200}$/;

/**
 * The options by which a command loads what a result was made with.
 *
 * @param results that may name files of users' code (`load`, `metricsFrom`), without their folders
 * @returns words such as "--load", "lion.ts", each file once
 * @example
 * loadsOf([{ load: { file: "lion.ts" }, metricsFrom: [{ file: "gap.mjs" }] }, {}]) // => ["--load", "lion.ts", "--load", "gap.mjs"]
 */
export function loadsOf(results: Iterable<unknown>): string[] {
  const files = new Set<string>();
  for (const result of results) {
    if (!isObject(result)) continue;
    for (const origin of [result.load, result.metricsFrom].flat()) {
      const file = isObject(origin) ? origin.file : undefined;
      if (typeof file === "string" && WORD.test(file)) files.add(file);
    }
  }
  return [...files].flatMap((file) => ["--load", file]);
}
