import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dynamics } from "../../../src/dynamics/dynamics.ts";
import { problemOf } from "../../../src/dynamics/problem.ts";
import { METHODS, reduceTo } from "../../../src/dynamics/reduce.ts";
import { parseDynamics } from "../../../src/dynamics/run.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { fromBytes, toBytes } from "../../../src/sim/checkpoint/bytes.ts";
import { toExactJson } from "../../../src/sim/checkpoint/exactJson.ts";
import type { Keeper, Snapshot } from "../../../src/sim/checkpoint/snapshot.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";
import { finish } from "../../../src/sim/follow.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulation } from "../../../src/sim/simulate.ts";
import type { Trajectory } from "../../../src/sim/trajectory.ts";
import { optimizers } from "../engines/arbitrary.ts";

/** A run of a level, by whatever carries it out, with a keeper. */
type Begin = (keeper: Keeper, engine: number) => Generator<number, Trajectory, boolean | undefined>;

/** Files of small runs: epochs, or batches that are spelled out; some leave the finite numbers. */
const files = fc
  .record({
    n: fc.integer({ min: 1, max: 8 }),
    s: fc.integer({ min: 1, max: 5 }),
    m: fc.integer({ min: 1, max: 4 }),
    q: fc.integer({ min: 3, max: 4 }),
    sigma0: fc.constantFrom(0.01, 0.3),
    disjoint: fc.boolean(),
    network: fc.constantFrom("cnn", "linear"),
    optimizer: optimizers,
    wild: fc.integer({ min: 0, max: 9 }),
    batchSize: fc.nat(7),
    epochs: fc.integer({ min: 1, max: 9 }),
    recordEvery: fc.integer({ min: 1, max: 4 }),
    seed: fc.nat(1000),
    spelled: fc.boolean(),
  })
  .map(({ n, s, m, q, sigma0, disjoint, optimizer, wild, batchSize, epochs, spelled, ...rest }) => {
    const { name, betas, eps, lr, ...hyper } = optimizer;
    const adaptive = name === "adam" || name === "adamw";
    const setting = { n, d: n * s + 3, s, m, q, sigma0, sigmaP: 0.5, alpha: 0.2, labels: "balanced" };
    const batches = Array.from({ length: 3 * epochs }, (_, k) =>
      Array.from({ length: 1 + (k % 3) }, (_, e) => (k * 5 + e) % n),
    );
    return {
      ...rest,
      ...(spelled ? { batches } : { batchSize: 1 + (batchSize % n), epochs }),
      setting: { ...setting, ...(disjoint && { supports: "disjoint" }) },
      optimizer: { ...hyper, name, lr: wild === 0 ? 1e150 : lr, ...(adaptive && { betas, eps }) },
      testSize: 20,
    };
  });

/** Keys beyond the papers' model, some of which are trained as weights are. */
const wider = fc.record(
  {
    patches: fc.integer({ min: 2, max: 3 }),
    flip: fc.constantFrom(0.3),
    activation: fc.constantFrom("leakyRelu", "smoothedRelu"),
    outputScale: fc.constantFrom("1", "1/m"),
    biases: fc.boolean(),
    secondLayer: fc.constantFrom("fixed", "trained"),
  },
  { requiredKeys: [] },
);

/** Runs to the end, with the bytes of every checkpoint that it offers. */
function whole(begin: Begin, from?: Snapshot) {
  const offered: Uint8Array[] = [];
  const offer: Keeper["offer"] = (take) => void offered.push(toBytes({ of: "it", snapshot: take() }));
  const result = finish(begin({ offer, ...(from && { from }) }, 0));
  return { result, offered };
}

/** The result with a cut, by either engine, is that without; so is a cut in what goes on. */
function mustGoOn(begin: Begin, cut: number, again: number, engine: number): void {
  const snapshotIn = (bytes: Uint8Array) => fromBytes(bytes)?.snapshot as Snapshot;
  const { result, offered } = whole(begin);
  if (offered.length === 0) return;
  const first = snapshotIn(offered[cut % offered.length] as Uint8Array);
  const second = whole(begin, first);
  const text = toExactJson(result);
  expect(toExactJson(second.result)).toBe(text);
  expect(second.offered.map((bytes) => Buffer.from(bytes).toString("hex"))).toEqual(
    offered.slice((cut % offered.length) + 1).map((bytes) => Buffer.from(bytes).toString("hex")),
  );
  if (second.offered.length === 0) return;
  const from = snapshotIn(second.offered[again % second.offered.length] as Uint8Array);
  const { engine: _, ...third } = finish(begin({ from, offer() {} }, engine));
  const { engine: __, ...expected } = result;
  expect(toExactJson(third)).toBe(toExactJson(expected));
}

const numbers = [fc.nat(40), fc.nat(40), fc.nat(1)] as const;

/** What cannot even begin has nothing to go on from. */
const ifItBegins = (test: () => void) => {
  try {
    test();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
};

describe("a run that is cut anywhere comes to the same result", () => {
  it("at level 0", () => {
    fc.assert(
      fc.property(files, fc.boolean(), ...numbers, (file, saveWeights, cut, again, engine) =>
        ifItBegins(() => {
          const run = parseRun(file);
          const begin: Begin = (keeper, k) =>
            simulation(run, { keeper, saveWeights, engine: ENGINES[k] as (typeof ENGINES)[0] });
          mustGoOn(begin, cut, again, engine);
        }),
      ),
      { numRuns: 150 },
    );
  });

  it("at level 0, beyond the papers' model", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        files,
        wider,
        fc.constantFrom("hinge", "crossEntropy"),
        ...numbers,
        (file, model, loss, cut, again, engine) =>
          ifItBegins(() => {
            const setting = { ...file.setting, supports: "independent", ...model };
            const run = parseRun({ ...file, network: "cnn", setting, loss });
            tried++;
            const begin: Begin = (keeper, k) =>
              simulation(run, { keeper, saveWeights: false, engine: ENGINES[k] as (typeof ENGINES)[0] });
            mustGoOn(begin, cut, again, engine);
          }),
      ),
      { numRuns: 100 },
    );
    expect(tried).toBeGreaterThan(30);
  });

  it.each(METHODS.map(({ name }) => name))("at levels 1 and 2: %s", (method) => {
    let tried = 0;
    fc.assert(
      fc.property(files, fc.boolean(), ...numbers, (file, saveCoefficients, cut, again, engine) => {
        const run = parseDynamics({ ...file, method });
        ifItBegins(() => {
          reduceTo(method, problemOf(run));
          tried++;
          const begin: Begin = (keeper, k) =>
            dynamics(run, { keeper, saveCoefficients, engine: ENGINES[k] as (typeof ENGINES)[0] });
          mustGoOn(begin, cut, again, engine);
        });
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(5);
  });
});
