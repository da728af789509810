import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { forgetKept, keeping } from "../../../proofs-check/support/kept.ts";

/** A function that counts its calls. */
function counted(most: number) {
  const calls: unknown[] = [];
  const of = keeping(most, (...asked: readonly unknown[]) => {
    calls.push(asked);
    return { asked };
  });
  return { calls, of };
}

it("is asked once for the same data, whatever object has it, and gives the same object", () => {
  const { calls, of } = counted(2);
  const first = of({ n: 8, betas: [0.9, 0.999] }, 1);
  expect(of({ n: 8, betas: [0.9, 0.999] }, 1)).toBe(first);
  expect(calls).toHaveLength(1);
});

it("keeps nothing, too, where that is the result", () => {
  let calls = 0;
  const of = keeping(2, (_: number) => void calls++);
  expect([of(1), of(1), calls]).toEqual([undefined, undefined, 1]);
});

test.prop([
  fc.array(fc.tuple(fc.nat(3), fc.integer()), { minLength: 1, maxLength: 20 }),
  fc.integer({ min: 1, max: 4 }),
])("gives what the function gives, however many it keeps", (asked, most) => {
  const { of } = counted(most);
  for (const one of asked) expect(of(...one)).toEqual({ asked: one });
});

it("forgets the oldest first", () => {
  const { calls, of } = counted(2);
  for (const one of [1, 2, 3, 2, 3, 1]) of(one);
  expect(calls).toEqual([[1], [2], [3], [1]]);
});

it("is asked again once all is forgotten", () => {
  const [one, other] = [counted(2), counted(2)];
  for (const { of } of [one, other, one, other]) of(1);
  forgetKept();
  for (const { of } of [one, other]) of(1);
  expect([one.calls, other.calls]).toEqual([
    [[1], [1]],
    [[1], [1]],
  ]);
});
