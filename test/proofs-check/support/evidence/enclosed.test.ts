import { expect, test } from "vitest";
import { atMost, every } from "../../../../proofs-check/support/evidence/enclosed.ts";

test("an order is known where enclosures do not overlap", () => {
  expect(atMost({ lo: 0, hi: 1 }, { lo: 1, hi: 2 })).toBe(true);
  expect(atMost({ lo: 3, hi: 4 }, { lo: 1, hi: 2 })).toBe(false);
  expect(atMost({ lo: 0, hi: 1.5 }, { lo: 1, hi: 2 })).toBeUndefined();
  expect(atMost({ lo: 2, hi: 3 }, { lo: 1, hi: 2 })).toBeUndefined();
});

test("one that is surely not so decides all, one that is not known leaves all open", () => {
  expect(every([])).toBe(true);
  expect(every([true, true])).toBe(true);
  expect(every([true, undefined])).toBeUndefined();
  expect(every([undefined, false])).toBe(false);
});
