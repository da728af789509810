import fc from "fast-check";
import { expect, test } from "vitest";
import { doubleTerm, enclosureProof } from "../../../proofs-check/coq/enclosure.ts";
import { COQ_PROOFS } from "../../../proofs-check/coq/registry.ts";
import { missingIn } from "../../../proofs-check/coq/source.ts";

test.each([
  [0, "0"],
  [6, "6"],
  [-6, "(- 6)"],
  [-0.75, "(- 3 / 2 ^ 2)"],
  [2 ** -1074, "(1 / 2 ^ 1074)"],
])("%d is %s", (x, term) => {
  expect(doubleTerm(x)).toBe(term);
});

test("a double's term, computed, is the double", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (x) => {
      const [, sign, digits, power = "0"] = /^\(?(- )?(\d+)(?: \/ 2 \^ (\d+))?\)?$/.exec(doubleTerm(x)) ?? [];
      // In two steps: 2^-1074 is a double, 2^1074 is none.
      const half = Math.floor(Number(power) / 2);
      const size = Number(digits) * 2 ** -half * 2 ** -(Number(power) - half);
      expect(sign ? -size : size).toBe(x === 0 ? 0 : x);
    }),
  );
});

test("a file states each instance, with the distance that is allowed", () => {
  const about = { claim: "residual-sign", file: "near", name: "near", about: "" };
  const proof = enclosureProof(
    about,
    [
      { term: "1 / 3", value: 0.25 },
      { term: "- 1", value: -1 },
    ],
    50,
  );
  expect(proof.theorems[0]?.statement).toBe(
    "Rabs (1 / 3 - (1 / 2 ^ 2)) <= (1 / 2 ^ 2) / 2 ^ 50 /\\ Rabs (- 1 - (- 1)) <= 1 / 2 ^ 50",
  );
  expect(missingIn(proof)).toEqual([]);
});

test("what encloses instances is made whole of what it states, and of no file", () => {
  const made = COQ_PROOFS.filter(({ text }) => text !== undefined);
  expect(made.map(({ file }) => file)).toContain("residualEnclosures");
  for (const proof of made) expect([missingIn(proof), proof.certifies]).toEqual([[], true]);
});
