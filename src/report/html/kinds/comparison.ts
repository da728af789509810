import type { Comparison } from "../../../dynamics/compare.ts";
import { parseComparison } from "../../../dynamics/run.ts";
import { comparisonTable, levelWords } from "../../comparisonText.ts";
import { shortNumber } from "../../table.ts";
import { figuresOf } from "../figuresOf.ts";
import type { Kind } from "../kind.ts";
import { rerun } from "../rerun.ts";
import { settingsTable } from "../settingsTable.ts";
import { listOf, number, objectWith, optional, orNull, type Shape, text } from "../shape.ts";

const deviation = objectWith({ signal: number, noise: number });

const shape: Shape = objectWith({
  config: objectWith({}),
  level1: objectWith({ method: text, unmet: optional(listOf(objectWith({ method: text, condition: text }))) }),
  level2: objectWith({ unmet: optional(text) }),
  history: listOf(
    objectWith({ epoch: number, step: number, size: deviation, level1: deviation, level2: optional(deviation) }),
  ),
  wrongSign: optional(objectWith({ "+1": orNull(number), "-1": orNull(number) })),
});

/** The result of `compare`. */
export const comparison: Kind = {
  about: "results of compare (--out FILE)",
  of: "file",
  section(source) {
    const given = source.json();
    if (!shape(given)) return undefined;
    const compared = given as Comparison;
    const run = parseComparison(compared.config);
    const last = compared.history.at(-1);
    const far = last
      ? `at epoch ${shortNumber(last.epoch)} level 1 deviates by ${shortNumber(last.level1.signal)} (signal) and ${shortNumber(last.level1.noise)} (noise)`
      : "nothing recorded";
    return {
      title: `Levels compared: ${run.optimizer.name}`,
      path: source.path,
      glance: `the network, its exact recurrence and the papers' sign recurrence from one start, seed ${run.seed}; ${far}`,
      blocks: [
        { kind: "heading", text: "What was run" },
        {
          kind: "text",
          text: `Levels 0 (the network), 1 (exact recurrence) and 2 (the papers' sign recurrence) from one start over the same batches, seed ${run.seed}.`,
        },
        { kind: "table", caption: "Settings of the comparison.", table: settingsTable(run) },
        { kind: "heading", text: "What came out" },
        { kind: "list", items: levelWords(compared) },
        {
          kind: "table",
          caption: "Largest deviations from the network, level 0, over time, at most twelve records.",
          table: comparisonTable(compared),
        },
        ...figuresOf(source),
        rerun(source, "compare", compared),
      ],
    };
  },
};
