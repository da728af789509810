import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lineOf } from "../src/experiments/journal/line.ts";
import { makeFolder } from "../src/experiments/makeFolder.ts";
import { unpackedText } from "../src/experiments/packed.ts";
import { isEntry, type Path } from "../src/experiments/sweep/column.ts";
import { COLUMNS } from "../src/experiments/sweep/columns.ts";
import { DATA } from "../src/experiments/sweep/imageColumns.ts";
import { listOfText } from "../src/experiments/sweep/listText.ts";
import { NORMALIZATIONS, PRECISIONS } from "../src/setting/imageSource.ts";

/* Of some results a plan and a table of runs are kept, which other programs read, and no journal. */

const typeOf = new Map(COLUMNS.map(({ name, type }) => [name, type]));
const entries = COLUMNS.filter(isEntry);

/** The same with a value at a path; entries of lists are numbers. */
function withValue(object: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = typeof key === "number" ? [...((object as unknown[]) ?? [])] : { ...(object as object) };
  const held = copy as Record<string | number, unknown>;
  held[key] = withValue(held[key], rest, value);
  return copy;
}

/** Images that a table names, so that there is place for what it says of them beside. */
function dataOf(path: Path, text: string | number): unknown {
  const [, sha256, ...more] = String(text).split(" ");
  if (path.join() !== DATA.join() || sha256 === undefined) return text;
  const [precision] = PRECISIONS.filter((one) => more.includes(one));
  return { sha256, normalize: NORMALIZATIONS.find((one) => more.includes(one)) ?? "unit", precision };
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
    config: entries.reduce<unknown>(
      (config, { name: column, path, list }) => {
        const text = value(column);
        if (text === null) return config;
        return withValue(config, path, list ? listOfText(list, String(text)) : dataOf(path, text));
      },
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
