import { isPapers } from "../../setting/mustBePapers.ts";
import { parseRun, type Run } from "../../sim/run.ts";
import { canonical } from "../canonical.ts";
import { TARGETS } from "./registry.ts";

/** How a published run ends. */
export interface PublishedEnd {
  /** Where it is published, as "[T25] Table 1". */
  readonly sources: readonly string[];
  readonly epochs: number;
  /** null where no number is printed. */
  readonly trainError: number | null;
  readonly testError: number | null;
}

/** What makes a run the published one: all but how long it is trained, from which seed, and how it is looked at. */
const madeOf = ({ setting, network, optimizer, batchSize }: Run): string =>
  canonical({ setting, network, optimizer, batchSize });

/**
 * How the papers say that a run ends.
 *
 * @param run any; its epochs, seed, testSize and recordEvery do not matter
 * @returns what is published of it; undefined where it is no published run
 * Source: the targets of `reproduce`: [T25] Tables 1 and 2, Figures 5 and 6; [Z21].
 */
export function publishedEnd(run: Run): PublishedEnd | undefined {
  if (!isPapers(run)) return undefined;
  const made = madeOf(run);
  const found = TARGETS.flatMap(({ source, rows }) => rows.map((row) => ({ source, ...row }))).filter(
    ({ runs, epochs }) => runs.length === 1 && madeOf(parseRun({ ...runs[0], epochs: epochs[0] })) === made,
  );
  const [first] = found;
  if (!first) return undefined;
  const valueOf = (name: string): number | null => {
    for (const { quantities } of found) {
      for (const { name: of, published } of quantities) {
        if (of === name && published && "value" in published) return published.value;
      }
    }
    return null;
  };
  return {
    sources: [...new Set(found.map(({ source }) => source))],
    epochs: first.epochs[0],
    trainError: valueOf("train error"),
    testError: valueOf("test error"),
  };
}
