import { describe, expect, test } from "vitest";
import { TINY } from "../../src/numeric/flush.ts";
import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";
import { nadam } from "../../src/optimizers/more/nadam.ts";
import { MORE_OPTIMIZERS } from "../../src/optimizers/registry.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { expectWithin } from "../helpers/close.ts";
import { type TrajectoryCase, trajectories } from "../helpers/oracle.ts";

// As in simulate.oracle.test.ts: an error of the start grows by at most 1e5 (`sensitivity`), 1e-15 a step's rounding.
const TOLERANCE = 1e-9;
const { starts, cases } = trajectories("neighbours");
const ODD = "nadam of PyTorch 1.13";

// PyTorch 1.11 to 1.13 have mu_t in the product of the step ahead twice (pytorch/pytorch, pull request 92699).
const mu = "b1*(1 - 0.5*0.9998367253526753^t)";
const odd = defineOptimizer({
  ...{ name: "nadam-1-13", decay: nadam.decay, betas: [0.9, 0.999], eps: 1e-8 },
  memory: nadam.memory ?? {},
  direction: nadam.direction.replace("(1 - (1 - rest)*", `(1 - (1 - rest)*${mu}*`),
});

/** The weights after the 200 steps of a case, and their loss. */
function ended({ start: name, optimizer }: Pick<TrajectoryCase, "start" | "optimizer">, engine = ENGINES[0]) {
  const { setting, network, start, batches } = starts[name] as (typeof starts)[string];
  const run = parseRun({ setting, network, start, batches, optimizer, testSize: 1, recordEvery: batches.length });
  const { final } = simulate(run, { engine, saveWeights: true });
  expect(final.step).toBe(batches.length);
  return final;
}

test("the fixtures hold every optimizer that none of the papers has, from every start", () => {
  const pairs = new Set(cases.map(({ start, optimizer }) => `${start} ${optimizer.name}`));
  for (const start of Object.keys(starts))
    for (const { name } of MORE_OPTIMIZERS) expect(pairs).toContain(`${start} ${name}`);
});

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))("200 steps by the engine %s", (_, engine) => {
  test.each(cases.map((entry) => [entry.name, entry] as const))("%s", (name, entry) => {
    const { optimizer, weights, loss, sensitivity } = entry;
    const asked = name.endsWith(ODD) ? { ...entry, optimizer: { ...optimizer, name: odd.name } } : entry;
    const final = ended(asked, engine);
    const expected = weights.flat(2);
    expect(sensitivity).toBeLessThan(1e5);
    // What decay has shrunk below 2^-500 counts as zero here.
    expectWithin(final.weights?.flat(2) ?? [], expected, (k) => TOLERANCE * Math.abs(expected[k] as number) + TINY);
    expectWithin([final.trainLoss], [loss], () => TOLERANCE * Math.max(1, loss));
  });
});

test("NAdam as published is not what PyTorch 1.13 computes", () => {
  const [published, torch] = ["overlapping nadam", `overlapping ${ODD}`].map(
    (name) => cases.find((one) => one.name === name) as TrajectoryCase,
  );
  expect(published?.optimizer).toEqual(torch?.optimizer);
  const far = published?.weights.flat(2).map((w, k) => Math.abs(w - (torch?.weights.flat(2)[k] as number))) ?? [];
  expect(Math.max(...far)).toBeGreaterThan(1e-5);
});
