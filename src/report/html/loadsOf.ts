import { isOrigin } from "../../optimizers/origin.ts";
import { isObject } from "../../setting/isObject.ts";

/**
 * The options by which a command loads what a result was made with.
 *
 * @param results that may name files of users' code (`load`, `metricsFrom`, `settingFrom`), without their folders
 * @returns words such as "--load", "lion.ts", each file once
 * @example
 * const sha256 = "0a".repeat(32)
 * loadsOf([{ load: { file: "my lion.ts", sha256 }, metricsFrom: [{ file: "gap.mjs", sha256 }] }, {}]) // => ["--load", "my lion.ts", "--load", "gap.mjs"]
 */
export function loadsOf(results: Iterable<unknown>): string[] {
  const files = new Set<string>();
  for (const result of results) {
    if (!isObject(result)) continue;
    for (const origin of [result.load, result.metricsFrom, result.settingFrom].flat()) {
      if (isOrigin(origin)) files.add(origin.file);
    }
  }
  return [...files].flatMap((file) => ["--load", file]);
}
