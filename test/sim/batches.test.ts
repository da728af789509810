import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Batches, cutIntoBatches, joinBatches } from "../../src/sim/batches.ts";

const listed = ({ indices, offsets }: Batches) =>
  Array.from({ length: offsets.length - 1 }, (_, k) => [...indices.slice(offsets[k], offsets[k + 1])]);

describe("cutIntoBatches", () => {
  test.prop([fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })])(
    "gives ceil(n/b) batches of b in order, the last one shorter where b does not divide n",
    (n, size) => {
      const b = Math.min(n, size);
      const order = Int32Array.from({ length: n }, (_, k) => n - 1 - k);
      const batches = listed(cutIntoBatches(order, b));
      expect(batches.flat()).toEqual([...order]);
      expect(batches).toHaveLength(Math.ceil(n / b));
      for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(b);
      expect(batches.at(-1)).toHaveLength(n % b === 0 ? b : n % b);
    },
  );
});

describe("joinBatches", () => {
  test.prop([fc.array(fc.array(fc.nat(100), { minLength: 1, maxLength: 5 }), { minLength: 1 })])(
    "keeps every batch as it is",
    (batches) => {
      expect(listed(joinBatches(batches))).toEqual(batches);
    },
  );
});
