import type { Compared, Comparison } from "../../../dynamics/compare.ts";
import { parseComparison } from "../../../dynamics/run.ts";
import { comparisonTable, levelWords, signWords } from "../../comparisonText.ts";
import { shortNumber } from "../../table.ts";
import { figuresOf } from "../figuresOf.ts";
import { explained } from "../glossary.ts";
import type { Kind } from "../kind.ts";
import { rerun } from "../rerun.ts";
import { sentence } from "../sentence.ts";
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

/** How far level 1 ever is from the network, and how large the coefficients are. */
function farText({ history, level1 }: Comparison): string {
  const last = history.at(-1);
  if (!last) return "Nothing was recorded.";
  const most = (of: (moment: Compared) => number) => Math.max(...history.map(of));
  const part = (name: "signal" | "noise") =>
    `${shortNumber(most(({ level1 }) => level1[name]))} in ${name} coefficients of up to ${shortNumber(most(({ size }) => size[name]))}`;
  return `Over ${shortNumber(last.epoch)} epochs the exact recurrence (level 1, ${level1.method}) is off the network (level 0) by at most ${part("signal")}, and ${part("noise")}.`;
}

/** The result of `compare`. */
export const comparison: Kind = {
  about: "results of compare (--out FILE)",
  of: "file",
  section(source) {
    const given = source.json();
    if (!shape(given)) return undefined;
    const compared = given as Comparison;
    const run = parseComparison(compared.config);
    return {
      title: `Levels compared: ${run.optimizer.name}`,
      path: source.path,
      answer: `${farText(compared)} ${sentence(signWords(compared))}`,
      blocks: [
        ...figuresOf(source),
        explained("level 0", "level 1", "level 2", "deviation"),
        {
          kind: "table",
          caption: "Largest deviations from the network, level 0, over time, at most twelve records.",
          table: comparisonTable(compared),
        },
        { kind: "list", items: levelWords(compared) },
        { kind: "heading", text: "What was run" },
        {
          kind: "text",
          text: `Levels 0, 1 and 2 from one start over the same batches, seed ${run.seed}.`,
        },
        { kind: "table", caption: "Settings of the comparison.", table: settingsTable(run) },
        rerun(source, "compare", compared),
      ],
    };
  },
};
