import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { normalQuantile } from "../../src/numeric/normalQuantile.ts";
import { KERNEL } from "../../src/random/kernel.generated.ts";
import { kernelWithRoom } from "../../src/random/kernel.ts";

function quantiles(probabilities: readonly number[], scale: number): number[] {
  const { kernel, room } = kernelWithRoom(8 * probabilities.length + 8);
  const view = new Float64Array(kernel.memory.buffer, room, probabilities.length);
  view.set(probabilities);
  kernel.normals(room, room + 8 * probabilities.length, scale);
  return [...view];
}

// Uniform numbers are (k + 1/2) 2^-52. Between centre and tails |q| = 0.425, between tails and far tails e^-25; a pair may hold one of each.
const uniforms = fc
  .oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 52 }).map((k) => 2 ** -k),
    fc.constantFrom(0.074, 0.075, 0.076, 1.3887943864964021e-11, 0.925, 1 - 1.3887943864964021e-11),
  )
  .map((p) => (Math.min(Math.floor(p * 2 ** 52), 2 ** 52 - 1) + 0.5) / 2 ** 52);

test.prop([fc.array(uniforms, { maxLength: 9 }), fc.double({ noNaN: true })])(
  "the kernel's normal numbers are scaled quantiles, bit for bit",
  (probabilities, scale) => {
    expect(quantiles(probabilities, scale)).toEqual(probabilities.map((p) => scale * normalQuantile(p)));
  },
);

test("as far out as a uniform number can be", () => {
  expect(quantiles([2 ** -53, 1 - 2 ** -53, 1e-14], 1)).toEqual([2 ** -53, 1 - 2 ** -53, 1e-14].map(normalQuantile));
});

// Pages draw examples outside of workers, where some browsers compile no more than 4 KiB at once.
test("the kernel is small", () => {
  expect(KERNEL.length / 2).toBeLessThan(6144);
});
