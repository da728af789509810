import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lineOf } from "../src/experiments/journal/line.ts";
import { makeFolder } from "../src/experiments/makeFolder.ts";
import { unpackedText } from "../src/experiments/packed.ts";
import { COLUMNS, type Path } from "../src/experiments/sweep/columns.ts";

/* Of some results a plan and a table of runs are kept, which other programs read, and no journal. */

const typeOf = new Map(COLUMNS.map(({ name, type }) => [name, type]));
const paths = COLUMNS.flatMap(({ name, path }) => (path ? [[name, path] as const] : []));

/** The same with a value at a path; entries of lists are numbers. */
function withValue(object: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = typeof key === "number" ? [...((object as unknown[]) ?? [])] : { ...(object as object) };
  const held = copy as Record<string | number, unknown>;
  held[key] = withValue(held[key], rest, value);
  return copy;
}

/** What the journal has of a run, as far as its row tells it. */
function trialOf(row: ReadonlyMap<string, string>) {
  const value = (name: string) => {
    const text = row.get(name) ?? "";
    return text === "" ? null : typeOf.get(name) === "string" ? text : Number(text);
  };
  if (value("status") !== "complete")
    throw new Error(`run ${row.get("key")} is ${row.get("status")}: keep its journal`);
  const both = (name: string) => ({ "+1": value(`${name}Plus`), "-1": value(`${name}Minus`) });
  const [name, version] = (row.get("engine") ?? "").split(" ");
  const numbers = ["epoch", "step", "trainLoss", "trainError", "testError"];
  return {
    config: paths.reduce<unknown>(
      (config, [column, path]) => (value(column) === null ? config : withValue(config, path, value(column))),
      { level: value("method") },
    ),
    engine: { name, version: Number(version) },
    final: {
      ...Object.fromEntries(numbers.map((one) => [one, value(one)])),
      featureLearning: both("featureLearning"),
      noiseMemorization: { min: both("noiseMemorizationLeast"), max: both("noiseMemorizationMost") },
    },
  };
}

/**
 * The folder of a sweep again, of what was kept of it.
 *
 * @param kept path without ending: kept.json is its plan, kept.csv (or kept.csv.gz) what `export` made of it, of complete runs alone
 * @param folder that is made: plan.json and runs.ndjson, for figures and summaries
 */
export function sweepFolder(kept: string, folder: string): void {
  const [head = "", ...lines] = unpackedText(`${kept}.csv`).trimEnd().split(/\r?\n/);
  const names = head.split(",");
  const rows = lines.map((line) => new Map(line.split(",").map((cell, k) => [names[k] as string, cell])));
  makeFolder(folder);
  writeFileSync(join(folder, "plan.json"), readFileSync(`${kept}.json`));
  const journal = rows.map((row) => lineOf(row.get("key") as string, { outcome: trialOf(row) }));
  writeFileSync(join(folder, "runs.ndjson"), journal.join(""));
}
