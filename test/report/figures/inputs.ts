import { fileURLToPath } from "node:url";
import type { Source } from "../../../src/report/figures/figure.ts";
import { sourceAt } from "../../../src/report/figures/source.ts";

/** What the golden figure of each name is of: made by inputs/make.mjs, or kept results. */
export const INPUTS: Readonly<Record<string, string>> = {
  trajectory: "inputs/run.json",
  errors: "inputs/run.json",
  papers: "../../../docs/results/t25-synthetic",
  "batch-size": "inputs/batch-size",
  "weight-decay": "inputs/weight-decay",
  betas: "inputs/betas",
  sweep: "inputs/betas",
  spread: "inputs/batch-size",
  phase: "inputs/phase",
  scaling: "inputs/check",
  slopes: "inputs/check",
  shares: "inputs/check",
  trends: "../../../docs/results/check",
  coverage: "inputs/coverage.json",
  levels: "inputs/levels.json",
  // Of reproduce k23 k23-adam --quick.
  heat: "inputs/heat.json",
  ends: "inputs/ends.json",
  study: "../../../docs/results/studies/recovery.csv",
};

/** Where an input lies. */
export const placeOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A source as if it had been named from here, so that the caption does not tell where the tests are. */
export function inputOf(name: string): Source {
  const path = INPUTS[name] as string;
  return { ...sourceAt(placeOf(path)), path: path.replace(/^(\.\.\/)*/, "") };
}

/** A source that is a file with this in it. */
export const fileWith = (value: unknown): Source => ({
  path: "file.json",
  json: (name) => (name === undefined ? value : undefined),
  table: () => undefined,
  outcomes: () => [],
  summary: () => [],
  spread: () => [],
  beside: () => ({ published: [], thresholds: [] }),
  diagram: () => undefined,
});
