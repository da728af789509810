import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawStart } from "../../../src/data/start.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { GALLERY } from "../../../web/choice/gallery.ts";
import { type Choice, runOf } from "../../../web/choice/state.ts";
import { stagesOf } from "../../../web/plots/stages.ts";
import { counterSignal, neuronSizes } from "../../../web/training/neuronSizes.ts";
import type { Recorded } from "../../../web/training/recorded.ts";

const NOTE = new URL("../../../docs/notes/explorer.md", import.meta.url);

/** Rows of the note's table: start, mark, epoch, end. */
const ROWS = readFileSync(NOTE, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\| (start|---)/.test(line))
  .map(
    (line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()) as [string, string, string, string],
  );

/** What the page has of a training. */
function recordsOf(choice: Choice): Recorded[] {
  const run = runOf(choice);
  const network = networkOf(run.network, run.setting);
  const { examples } = drawStart(run.setting, network, run.seed);
  const records: Recorded[] = [];
  simulate(run, {
    onRecord: (moment, weights) => {
      records.push({ ...moment, counterSignal: counterSignal(neuronSizes(network, weights, examples)) });
    },
  });
  return records;
}

describe("the thirty-second test", () => {
  it("speaks of every start of the gallery", () => {
    expect(ROWS.map(([title]) => title)).toEqual(GALLERY.map(({ title }) => title));
  });

  it.each(ROWS.filter(([, mark]) => !/[;,]/.test(mark)))("%s: %s at epoch %s, %s", (title, mark, epoch, end) => {
    const { choice } = GALLERY.find((start) => start.title === title) as (typeof GALLERY)[number];
    const records = recordsOf(choice);
    const marks = stagesOf(records, choice.shown).map(({ label, record }) => `${label} ${records[record]?.epoch}`);
    expect(marks).toContain(`${mark} ${epoch}`);
    const wrong = /^([\d.]+)% wrong$/.exec(end)?.[1];
    if (wrong === undefined) expect(records.at(-1)?.trainError).toBeGreaterThan(0);
    else expect(100 * (records.at(-1)?.testError ?? 1)).toBeCloseTo(Number(wrong), 6);
  });
});
