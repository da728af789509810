import { expect, test, vi } from "vitest";
import { cor43 } from "../../../../proofs-check/claims/cor43.ts";
import { hypothesesOf, unmetBy } from "../../../../proofs-check/meeting.ts";
import { observe } from "../../../../proofs-check/observe.ts";
import { featurePerStep, leader, memorizer, noisePerStep } from "../../../../proofs-check/support/adam/movement.ts";
import { pullsAt } from "../../../../proofs-check/support/adam/pulls.ts";
import { stepFor, WIDE } from "../../../../proofs-check/support/adam/stuck.ts";
import { around, LARGE, MINI, runFor } from "../../../../proofs-check/support/choices/adamChoices.ts";
import { chosenRun } from "../../../../proofs-check/support/choices/chosenRun.ts";
import { parseDynamics } from "../../../../src/dynamics/run.ts";
import { adam } from "../../../../src/optimizers/adam.ts";
import { adamw } from "../../../../src/optimizers/adamw.ts";
import type { Engine } from "../../../../src/sim/engine.ts";
import { reference } from "../../../../src/sim/engines/reference.ts";
import { ENGINES } from "../../../../src/sim/engines/registry.ts";
import { batchGradient } from "../../../../src/sim/gradient.ts";
import { checked } from "../../../helpers/checked.ts";

test("chosen runs meet the hypotheses with the constant 1", () => {
  expect(unmetBy(hypothesesOf("thm-4.1"), runFor(LARGE, 1, 1))).toEqual([]);
  expect(unmetBy(hypothesesOf("thm-4.2"), runFor(MINI, 1, 1))).toEqual([]);
  const strong = chosenRun({ ...WIDE, lr: stepFor(WIDE.sigma0), decay: ["adam-strong-decay", 4] }, 1, 1);
  expect(unmetBy(hypothesesOf("cor-4.3"), strong)).toEqual([]);
  expect(() => around(hypothesesOf("thm-4.2"), MINI, 1, 6)).not.toThrow();
});

test("after one sign step the feature has moved by eta, and the noise by the sum of |zeta|, but for feature noise", () => {
  const run = chosenRun({ ...LARGE, alpha: 1e-9 }, 1, 5);
  const { lr } = run.optimizer;
  expect(featurePerStep(run, 2)).toBeCloseTo(lr, 12);
  // Every entry of sqrt(36) N(0, 1)/6 is used where decay is weak: 36 sqrt(2/pi)/6 = 4.79 in the mean, sd 0.6.
  const moved = (noisePerStep(run, 2) as number) / lr;
  expect(moved).toBeGreaterThan(3);
  expect(moved).toBeLessThan(6.5);
});

test("pulls are the gradient of coordinate 1, and the leader has the largest of the memorizers' responses", () => {
  const run = parseDynamics(chosenRun(LARGE, 1, 3));
  const observation = observe(run, 1, "record");
  const [moment] = [...observation.moments];
  if (!moment) throw new Error("a run has a start");
  const { network, start } = observation.problem;
  const { up, down } = pullsAt(observation, moment, LARGE.alpha);
  const all = [...start.examples.labels.keys()];
  const gradient = batchGradient(network, start.weights, start.examples, all);
  for (let lane = 0; lane < 2 * LARGE.m; lane++) {
    const j = lane < LARGE.m ? 1 : -1;
    const pull = (up[lane] as number) - (down[lane] as number);
    // sums of 16 terms: a few last digits of the larger one
    const digits = 64 * Number.EPSILON * Math.max(up[lane] as number, down[lane] as number);
    expect(Math.abs(-j * LARGE.n * (gradient[lane] as number) - pull)).toBeLessThanOrEqual(digits);
  }
  const classes = { labels: start.examples.labels, neurons: network.neurons };
  const responses = all.filter((i) => classes.labels[i] === 1).map((i) => memorizer(classes, moment, i).x);
  expect(leader(classes, moment, 1).x).toBe(Math.max(...responses));
});

test("decay that is missing, or decoupled, frees what strong decay holds: Corollary 4.3 fails", async () => {
  const order = ENGINES as unknown as Engine[];
  const before = [...order];
  order.sort((a, b) => Number(b === reference) - Number(a === reference));
  const spy = vi.spyOn(adam, "update");
  const { update } = adamw;
  for (const bug of [
    (hyper: Parameters<typeof update>[0]) => ({ ...hyper, weightDecay: 0 }),
    (hyper: Parameters<typeof update>[0]) => hyper,
  ]) {
    spy.mockImplementation((hyper, ...rest) => update(bug(hyper), ...rest));
    expect((await checked(cor43(), { only: ["four-orders"] })).verdict).toBe("fails with constants 1");
  }
  spy.mockRestore();
  order.splice(0, order.length, ...before);
  expect((await checked(cor43(), { only: ["four-orders"] })).verdict).toBe("holds");
});
