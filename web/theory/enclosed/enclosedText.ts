import { certify } from "../../../src/certified/certify.ts";
import { enclosuresHeld } from "../../../src/certified/room.ts";
import { problemOf } from "../../../src/dynamics/problem.ts";
import { reduceTo } from "../../../src/dynamics/reduce.ts";
import { certifiedOutcome, certifiedTable, OUTWARD } from "../../../src/report/certifiedText.ts";
import type { Table } from "../../../src/report/table.ts";
import { mustBePapers } from "../../../src/setting/mustBePapers.ts";
import { finish } from "../../../src/sim/follow.ts";
import type { DrawnRun } from "../../choice/state.ts";

/** Enclosures that are moved for an answer: a few seconds. */
const BUDGET = 100_000;

/** Records in an answer. */
const RECORDS = 8;

/** Columns as wide as what is in them. */
function columns({ head, rows }: Table): string {
  const lines = [head.map((title) => title.replace("\n", " ")), ...rows.map((row) => row.map(String))];
  const widths = head.map((_, k) => Math.max(...lines.map((line) => (line[k] as string).length)));
  return lines
    .map((line) =>
      line
        .map((cell, k) => cell.padEnd(widths[k] as number))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * The beginning of a run in enclosures, as `adamcheck dynamics --certify` tells it, but for the frame of its table.
 *
 * @param run that is on screen
 * @returns text: what is enclosed, and up to which step there was time for it
 * @throws InputError, one sentence, for a run beyond the papers' model
 */
export function enclosedText(run: DrawnRun): string {
  mustBePapers(run, "enclosures");
  const { n } = run.setting;
  const problem = problemOf({ ...run, method: "auto" });
  const { method } = reduceTo("auto", problem);
  const held = enclosuresHeld(method, problem);
  const stepsAnEpoch = Math.ceil(n / run.batchSize);
  const epochs = Math.min(run.epochs, Math.floor(BUDGET / (held * stepsAnEpoch)));
  if (epochs < 1)
    return `An epoch of ${held} enclosures in ${stepsAnEpoch} steps is more than a page has time for: adamcheck dynamics --certify has it.`;
  const whole = { ...run, epochs, recordEvery: Math.ceil(epochs / RECORDS), method: "auto" as const, testSize: 1 };
  const result = finish(certify(whole, { arithmetic: "binary", digits: 20, until: ["features", "margins"] }));
  const rest =
    epochs < run.epochs ? `\nThe first ${epochs} of ${run.epochs} epochs: adamcheck dynamics --certify goes on.\n` : "";
  return `${certifiedOutcome(result)}\n${OUTWARD}\n\n${columns(certifiedTable(result))}\n${rest}`;
}
