import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawStart } from "../../../src/data/start.ts";
import { lanesIn, networkOf } from "../../../src/setting/network.ts";
import { cutIntoBatches } from "../../../src/sim/batches.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { rowsOf } from "../../../src/sim/engines/rows.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { isDense } from "../../../src/sim/engines/widerSetup.ts";
import { mustJudgeAlike, mustTrainAlike } from "../../helpers/sameTraining.ts";
import { optimizers } from "./arbitrary.ts";
import { tiny } from "./problems.ts";

/** Dense noise, of sizes around the kernel's tiles of 3 x 3 vectors, its blocks of 144 patches and 255 coordinates, and its panels of 24 and 8 coordinates. */
const problems = fc
  .record({
    optimizer: optimizers,
    m: fc.integer({ min: 1, max: 14 }),
    d: fc.oneof(fc.integer({ min: 3, max: 20 }), fc.constantFrom(23, 24, 25, 26, 33, 49, 255, 256, 257, 258, 512)),
    n: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(41, 42, 43, 63, 64, 127, 144, 145)),
    patches: fc.constantFrom(1, 2, 3, 4),
    featureSupport: fc.constantFrom(1, 2),
    alpha: fc.constantFrom(0, 0.2),
    classes: fc.constantFrom(2, 2, 4),
    q: fc.constantFrom(1, 2, 3),
    batchSize: fc.integer({ min: 1, max: 145 }),
    zeros: fc.boolean(),
    silent: fc.constantFrom("none", "some", "all"),
    activation: fc.constantFrom("power" as const, "leakyRelu" as const),
    huge: fc.boolean(),
    seed: fc.nat(1000),
  })
  .map(({ optimizer, batchSize, zeros, silent, huge, seed, classes, ...sizes }) => {
    const d = Math.max(sizes.d, 2 + (classes > 2 ? classes : 1) * sizes.featureSupport);
    const features = (classes > 2 ? classes : 1) * sizes.featureSupport;
    const setting = { ...tiny, ...sizes, classes, d, s: d - features, sigma0: 0.1 };
    const network = networkOf("cnn", setting);
    const start = drawStart(setting, network, seed);
    // A zero that is stored, as where pixels are.
    if (zeros) start.examples.values.forEach((_, e) => e % 3 === 0 && start.examples.values.fill(0, e, e + 1));
    const { values } = start.examples;
    // Neurons that hear no patch, or one in two that hears none: their coefficients are 0 where the activation has no slope.
    if (silent !== "none") values.forEach((x, e) => values.fill(Math.abs(x), e, e + 1));
    const lanes = lanesIn(network);
    const still = (k: number) => silent === "all" || (silent === "some" && (k % lanes) % 2 === 0);
    if (silent !== "none") start.weights.forEach((w, k) => start.weights.fill(still(k) ? -Math.abs(w) : w, k, k + 1));
    // One number that is not finite, so that 0 times it is not 0, and one whose margin is not.
    if (huge) values[seed % values.length] = seed % 2 ? Infinity : 1e200;
    const order = Int32Array.from({ length: setting.n + 1 }, (_, k) => (k * 5 + seed) % setting.n);
    return { setting, problem: { network, optimizer, ...start }, legs: [cutIntoBatches(order, batchSize)] };
  });

describe("products of matrices", () => {
  it("give the plain engine's bytes, whatever the blocks", () => {
    fc.assert(
      fc.property(problems, ({ setting, problem, legs }) => {
        expect(isDense(rowsOf(problem.examples), setting.classes > 2 ? 0 : setting.featureSupport, setting.d)).toBe(
          setting.classes === 2,
        );
        mustTrainAlike(reference, wasm, problem, legs);
        mustJudgeAlike(reference, wasm, problem, setting.d);
      }),
      { numRuns: 50 },
    );
  });
});
