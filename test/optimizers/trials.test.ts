import { describe, expect, test } from "vitest";
import { notNormalized } from "../../src/optimizers/trials.ts";

const bare = { memory: [] };

describe("notNormalized", () => {
  test("finds nothing in a sign, whatever its size", () => {
    expect(notNormalized(Math.sign, bare)).toBeUndefined();
    expect(notNormalized((gradient) => 3 * Math.sign(gradient), bare)).toBeUndefined();
  });

  // The second gradient is the first that is not zero.
  test.each([
    [
      "a step that does not turn with the sign",
      (g: number) => (g === 0 ? 0 : 1),
      { factor: -1, at: 2, before: 1, after: 1 },
    ],
    // All gradients but zero are above 2^-31; the 4096th part of the seventh, 2^-20, is not.
    [
      "a small step that is lost",
      (g: number) => Math.sign(Math.trunc(g * 2 ** 31)),
      { factor: 2 ** -12, at: 7, before: 1, after: 0 },
    ],
  ])("finds %s", (_, direction, found) => {
    expect(notNormalized(direction, bare)).toEqual(found);
  });

  test("finds a step whose size changes by 1e-8 of itself, however small it is", () => {
    const nearly = (g: number) => 1e-3 * Math.sign(g) * (1 + 1e-8 * Math.min(1, Math.abs(g)));
    expect(notNormalized(nearly, bare)).toMatchObject({ factor: 2 ** -12 });
  });
});
