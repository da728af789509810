import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { FIELDS } from "./fields.ts";
import { BY_FORMULA } from "./formula.ts";
import type { Choice } from "./state.ts";

/** Parts that say how a run is looked at, and how often: not what is trained. */
const LOOKED_AT: readonly (keyof Choice)[] = ["time", "shown", "beside", "recordEvery", "testSize"];

function partText(choice: Choice, name: keyof Choice): string {
  const value = choice[name];
  if (name === "optimizer") return value === BY_FORMULA ? "own formula" : optimizerNamed(String(value)).title;
  if (name === "start" || name === "batches") return `${name} ${value === "" ? "drawn" : "given"}`;
  const { label, symbol } = FIELDS[name];
  return `${symbol ?? label} = ${value ?? "standard"}`;
}

/**
 * What sets two choices apart, as a name for each.
 *
 * @param a a choice
 * @param b another one
 * @returns both names; those of choices that train the same are what they train
 * Source: ours. ["b = 2", "b = 40"], for two choices that differ in the batch size alone.
 */
export function differences(a: Choice, b: Choice): readonly [string, string] {
  const apart = (Object.keys(FIELDS) as (keyof Choice)[]).filter(
    (name) => !LOOKED_AT.includes(name) && a[name] !== b[name],
  );
  const names: readonly (keyof Choice)[] = apart.length > 0 ? apart : ["optimizer", "batchSize"];
  const textOf = (choice: Choice) => names.map((name) => partText(choice, name)).join(", ");
  return [textOf(a), textOf(b)];
}
