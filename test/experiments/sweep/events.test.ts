import { describe, expect, it } from "vitest";
import { COLUMNS } from "../../../src/experiments/sweep/columns.ts";
import { EVENTS } from "../../../src/experiments/sweep/events.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";

const FITTED = { final: { trainError: 0, testError: 0 } };
const NOT_FINITE = { ...FITTED, diverged: { step: 3, epoch: 1, metric: "trainLoss" } };
const stoppedBy = (rule: string) => ({ ...FITTED, stopped: { rule, epoch: 1, step: 3 } });

const eventsOf = (trial: object) => EVENTS.filter(({ holds }) => holds(trial as Trial)).map(({ name }) => name);
const statusOf = (outcome: object) =>
  COLUMNS.find(({ name }) => name === "status")?.of("key", { outcome: outcome as Trial });

describe("a run that diverges", () => {
  it("is the same to events and columns whether a number was not finite or stop.diverged ended it", () => {
    for (const trial of [NOT_FINITE, stoppedBy("diverged")]) {
      expect(eventsOf(trial)).toEqual(["diverges"]);
      expect(statusOf(trial)).toBe("diverged");
    }
  });

  it("is not one that another rule ended, or none", () => {
    expect(eventsOf(stoppedBy("fitted"))).toEqual(["fits", "generalizes"]);
    expect(statusOf(stoppedBy("fitted"))).toBe("stopped: fitted");
    expect([eventsOf(FITTED), statusOf(FITTED)]).toEqual([["fits", "generalizes"], "complete"]);
  });
});
