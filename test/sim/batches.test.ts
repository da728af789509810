import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Batches, cutEpochs, cutIntoBatches, joinBatches } from "../../src/sim/batches.ts";

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

describe("cutEpochs", () => {
  test.prop([fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(40), { maxLength: 6 })])(
    "has the batches of every epoch, one after the other, each cut by its own size",
    (n, sizes) => {
      const orders = Int32Array.from({ length: n * sizes.length }, (_, k) => k % n);
      const sizeOf = (epoch: number) => 1 + ((sizes[epoch] as number) % n);
      const one = Int32Array.from({ length: n }, (_, k) => k);
      const epochs = sizes.flatMap((_, epoch) => listed(cutIntoBatches(one, sizeOf(epoch))));
      expect(listed(cutEpochs(orders, n, sizeOf))).toEqual(epochs);
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
