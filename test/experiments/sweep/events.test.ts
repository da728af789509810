import { describe, expect, it } from "vitest";
import { COLUMNS } from "../../../src/experiments/sweep/columns.ts";
import { aboutEvent, chanceOf, EVENTS, type RunEvent } from "../../../src/experiments/sweep/events.ts";
import type { Trial } from "../../../src/experiments/sweep/trial.ts";

const FITTED = { config: { setting: {} }, final: { trainError: 0, testError: 0 } };
const NOT_FINITE = { ...FITTED, diverged: { step: 3, epoch: 1, metric: "trainLoss" } };
const stoppedBy = (rule: string) => ({ ...FITTED, stopped: { rule, epoch: 1, step: 3 } });

const eventsOf = (trial: object) => EVENTS.filter(({ holds }) => holds(trial as Trial)).map(({ name }) => name);
const statusOf = (outcome: object) =>
  COLUMNS.find(({ name }) => name === "status")?.of("key", { outcome: outcome as Trial });

const ofClasses = (classes: number | undefined, testError: number) => {
  const setting = classes === undefined ? {} : { classes };
  return { config: { setting }, final: { trainError: 0, testError } };
};

describe("a run that memorizes", () => {
  // wrong/size of (K - 1)/K as tests count it: 200 of 300 for three classes, where 1 - 1/3 is the next double.
  it.each([
    [undefined, 50 / 100, 49 / 100],
    [2, 50 / 100, 49 / 100],
    [3, 200 / 300, 199 / 300],
    [10, 90 / 100, 89 / 100],
    [49, 48 / 49, 0.97],
  ])("is as wrong as who guesses among its classes: %d", (classes, guessing, less) => {
    expect(eventsOf(ofClasses(classes, guessing))).toEqual(["fits", "memorizes"]);
    expect(eventsOf(ofClasses(classes, less))).toEqual(["fits"]);
    expect(chanceOf(classes)).toBe(guessing);
  });

  it("is told for the classes of the runs", () => {
    const [event] = EVENTS.filter(({ name }) => name === "memorizes");
    const told = (classes?: number[]) => aboutEvent(event as RunEvent, classes);
    expect([told(), told([2])]).toEqual(Array(2).fill("fits, and test error at least 0.5"));
    expect(told([10])).toBe("fits, and test error at least 0.9, as who guesses among 10 classes");
    expect(told([2, 3])).toBe("fits, and test error at least 0.5 or 0.6667, as who guesses among 2 or 3 classes");
    expect(aboutEvent({ name: "own", about: "mine", holds: () => true }, [10])).toBe("mine");
  });
});

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
