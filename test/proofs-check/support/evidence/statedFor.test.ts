import { expect, test } from "vitest";
import { CLAIMS } from "../../../../proofs-check/registry.ts";
import { statedFor } from "../../../../proofs-check/support/evidence/statedFor.ts";

const READINGS = CLAIMS.flatMap(({ id, checks }) =>
  checks.flatMap(({ name, reading = "", levels = [] }) => ({ id, name, reading, usual: levels[0] })),
);

test("what appendix B of [T25] says is asked of signs, what C says of moments, unless told otherwise", () => {
  expect(["B.8", "B.10, of signs, T0 = 1", "C.14", "5.2 in steps", undefined].map((it) => statedFor(it)[0])).toEqual([
    2, 2, 1, 1, 1,
  ]);
});

test("no reading that is asked of signs names an item of appendix C, which is stated for moments", () => {
  const ofSigns = READINGS.filter(({ usual }) => usual === 2);
  expect(ofSigns.length).toBeGreaterThan(10);
  expect(ofSigns.filter(({ reading }) => /\bC\.\d/.test(reading))).toEqual([]);
});
