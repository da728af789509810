import { expect, test } from "vitest";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { drawActiveTestExamples } from "../../src/data/activeTestExamples.ts";
import { inactiveSize } from "../../src/dynamics/inactive.ts";
import { byWeights, newJudge } from "../../src/dynamics/judge.ts";
import type { Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { touching } from "../../src/dynamics/touching.ts";
import type { Asked } from "../../src/dynamics/weightsAt.ts";
import { networkOf } from "../../src/setting/network.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { tested } from "../../src/sim/metrics.ts";
import { parseRun } from "../../src/sim/run.ts";
import { UNIT } from "../helpers/close.ts";

// By the definition: a lane sees an example's active entries through its weights, and what is left of it, R g_r, through tau. test/dynamics/
// testError.test.ts compares the errors with those of full training.
test("margins are those of active weights, and of one weight tau a lane on the remainder", () => {
  const setting = { n: 2, d: 60, s: 9, sigmaP: 0.7, alpha: 0.3, m: 2, q: 3, sigma0: 0.4, labels: "balanced" };
  const run = parseRun({
    setting,
    optimizer: { name: "adamw", lr: 0.1, weightDecay: 1 },
    batchSize: 1,
    epochs: 1,
    testSize: 40,
  });
  const network = networkOf("cnn", run.setting);
  const problem: Problem = {
    network,
    optimizer: run.optimizer,
    start: drawActiveStart(run.setting, network, run.seed),
  };
  const [A, lanes, m] = [problem.start.coordinates.length, 4, 2];
  const active = Float64Array.from({ length: A * lanes }, (_, k) => ((k * 7) % 11) / 10 - 0.5);
  const recurrence = {
    step: 3,
    weights({ coordinates, out }: Required<Asked>) {
      coordinates?.forEach((k, place) => {
        out?.set(active.subarray(k * lanes, (k + 1) * lanes), place * lanes);
      });
      return out;
    },
  } as unknown as Recurrence;
  const fresh40 = drawActiveTestExamples(run.setting, run.seed, 40, problem.start.coordinates, lanes);
  const { coordinates, values, rows, labels } = fresh40;
  const tau = inactiveSize(run.optimizer, run.setting.sigma0)(3);
  const { margins, noise: fresh } = byWeights(problem, touching(fresh40, A), ENGINES[0])(recurrence, tau);
  const judged = { margins: margins.slice(), noise: [fresh[0].slice(), fresh[1].slice()] } as const;
  expect(newJudge(run, problem).judge(recurrence, { signal: active.subarray(0, lanes) })).toEqual(tested(judged));

  const weightOf = (k: number, lane: number) =>
    k < A ? (active[k * lanes + lane] as number) : k - A === lane ? tau : 0;
  const cube = (x: number) => Math.max(0, x) * Math.max(0, x) * Math.max(0, x);
  expect(margins.length).toBe(40);
  expect(coordinates.some((k) => k >= A)).toBe(true);
  margins.forEach((margin, i) => {
    const [y, from, to] = [labels[i] as number, rows[i] as number, rows[i + 1] as number];
    const noises = Array.from({ length: lanes }, (_, lane) => {
      let noise = 0;
      for (let e = from; e < to; e++) noise += (values[e] as number) * weightOf(coordinates[e] as number, lane);
      return noise;
    });
    // The same sums in the same order: exact.
    expect([fresh[0][i], fresh[1][i]]).toEqual([Math.max(...noises.slice(0, m)), Math.max(...noises.slice(m))]);
    const responses = noises.map((noise, lane) => cube(y * weightOf(0, lane)) + cube(noise));
    const side = (own: boolean) =>
      responses.filter((_, lane) => lane < m === own).reduce((sum, response) => sum + response, 0);
    const expected = y * (side(true) - side(false));
    // Sums of up to s + 2 + 2m terms and three factors a cube: 4 (s + 2m + 5) roundings, each of at most |zeta|_1-sized terms cubed.
    const size = responses.reduce((sum, response) => sum + response, 1);
    expect(Math.abs(margin - expected)).toBeLessThanOrEqual(4 * (9 + 4 + 5) * UNIT * 1000 * size);
  });
});
