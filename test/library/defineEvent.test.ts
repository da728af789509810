import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OWN_EVENTS, type RunEvent } from "../../src/experiments/sweep/events.ts";
import { defineEvent } from "../../src/library/defineEvent.ts";
import { defineMetric } from "../../src/library/defineMetric.ts";
import { summary } from "../../src/library/summary.ts";
import { summaryData } from "../../src/report/summaryTable.ts";
import { adamcheckIn, writeIn } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const PLAN = {
  base: { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 2, testSize: 20 },
  axes: { batchSize: [2, 6] },
  seeds: "1-3",
};
/** The folder of a sweep. */
async function swept(): Promise<string> {
  const folder = newFolder();
  writeIn(folder, "plan.json", PLAN);
  expect((await adamcheckIn(folder, "sweep", "plan.json", "--out", "runs", "--jobs", "1")).code).toBe(0);
  return join(folder, "runs");
}

const event = (name: string, holds: RunEvent["holds"]) => defineEvent({ name, about: "tried out", holds });

const SMALL = `import { defineEvent } from "adamcheck";
defineEvent({ name: "small-step", about: "tried out", holds: ({ config }) => config.optimizer.lr < 0.01 });`;

describe("defineEvent", () => {
  it("is counted by a summary, of what the journal has, beside ours", async () => {
    const folder = await swept();
    event("mini", ({ config }) => config.batchSize === 2);
    event("odd", ({ config }) => config.seed % 2 === 1);
    const { rows, by } = summary(folder, { by: ["batchSize"] });
    const counted = rows.map(({ at, frequencies: { mini, odd } }) => [at, mini?.count, odd?.count]);
    expect(counted).toEqual([
      [[2], 3, 2],
      [[6], 0, 2],
    ]);
    expect(summaryData(rows, by).head).toContain("oddShare");
    OWN_EVENTS.forget();
    expect(Object.keys(summary(folder).rows[0]?.frequencies ?? {})).toEqual([
      "fits",
      "generalizes",
      "memorizes",
      "diverges",
    ]);
  });

  it("is what a phase diagram may ask for", async () => {
    const folder = newFolder();
    writeIn(folder, "own.ts", SMALL);
    const given = ["--x", "lr=1e-3..1e-1", "--y", "batchSize", "--steps", "4,1", "--seeds", "1", "--epochs", "2"];
    const ask = (name: string) =>
      adamcheckIn(folder, "phase", "--preset", "tiny", ...given, "--load", "own.ts", "--event", name, "--json");
    const { code, stdout } = await ask("small-step");
    expect(code).toBe(0);
    const { event, nodes } = JSON.parse(stdout);
    expect(event).toEqual({ name: "small-step", about: "tried out" });
    expect(nodes.length).toBeGreaterThan(3);
    for (const { x: lr, count } of nodes) expect(count).toBe(lr < 0.01 ? 1 : 0);
    const { code: wrong, stderr } = await ask("small-stepp");
    expect([wrong, stderr.split("\n").at(-2)]).toEqual([
      2,
      'error: --event must be one of fits, generalizes, memorizes, diverges, small-step, but is "small-stepp"; did you mean "small-step"?',
    ]);
  });

  it.each([
    [() => 1, /^holds of event bad must return true or false, but returned 1; correct it$/],
    [
      async () => true,
      /^holds of event bad must return true or false, but returned a promise; make it a plain function$/,
    ],
    [
      ({ final }: { final: { none?: { less: boolean } } }) => (final.none as { less: boolean }).less,
      /^holds of event bad must judge every run, but failed with "Cannot read/,
    ],
  ])("looks at what it gives: %s", async (holds, sentence) => {
    const folder = await swept();
    event("bad", holds as unknown as RunEvent["holds"]);
    expect(() => summary(folder)).toThrow(sentence);
  });

  it.each([
    [{ name: "fits" }, /^name of an event must be one that/],
    [{ name: "" }, /^name of an event must be a letter/],
    [{ name: "taken" }, /^name of an event must be one that no column, metric or event has, but is "taken"/],
    [{ hold: 3 }, /^hold must be a known key of event fine, but is not \(its value is 3\); did you mean "holds"\?/],
    [{ about: 3 }, /^about of event fine must be a text, but is 3; say when a run shows it/],
    [{ holds: true }, /^holds of event fine must be a function, but is true; it says whether a run shows it/],
  ])("refuses %j in a sentence", (wrong, sentence) => {
    defineMetric({ name: "taken", about: "tried out", unit: "none", of: () => 1 });
    const fine = { name: "fine", about: "tried out", holds: () => true };
    expect(() => defineEvent({ ...fine, ...wrong } as RunEvent)).toThrow(sentence);
  });

  it("cannot change the run that others judge", async () => {
    const folder = await swept();
    const { testError } = summary(folder).rows[0] as { testError: unknown };
    event("greedy", ({ final }) => {
      Object.assign(final, { testError: 9, trainError: 9 });
      return true;
    });
    event("late", ({ final }) => final.testError === 9);
    const [row] = summary(folder).rows;
    expect([row?.testError, row?.frequencies.late?.count]).toEqual([testError, 0]);
  });
});
