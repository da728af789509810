import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { outermost } from "../../../src/bounds/order/outermost.ts";

/** Members 0 to k - 1, and which of them are certain to be inside which. */
const relation = fc
  .integer({ min: 1, max: 6 })
  .chain((k) => fc.array(fc.array(fc.boolean(), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }));

/** Whether a chain of insides leads from one member to one that is left. */
function covered(from: number, left: readonly number[], inside: readonly (readonly boolean[])[]): boolean {
  const seen = new Set([from]);
  for (const one of seen) inside[one]?.forEach((is, other) => void (is && seen.add(other)));
  return left.some((one) => seen.has(one));
}

test.prop([relation])("leaves for every member one that it is inside of, over others where need be", (inside) => {
  const all = inside.map((_, k) => k);
  const left = outermost(all, (one, other) => inside[one]?.[other] as boolean);
  for (const one of all) expect(covered(one, left, inside)).toBe(true);
  for (const one of left) for (const other of left) expect(one !== other && inside[one]?.[other]).toBeFalsy();
});

it("leaves one of three that are inside one another in a circle, where the other ways round are not certain", () => {
  const next = ["a", "b", "c", "a"];
  expect(outermost(["a", "b", "c"], (one, other) => next[next.indexOf(one) + 1] === other)).toHaveLength(1);
});

it("leaves the first of equals, and the others as they come", () => {
  const all = [[3], [1], [2], [1]];
  expect(outermost(all, ([one], [other]) => one === other)).toEqual([[3], [1], [2]]);
});
