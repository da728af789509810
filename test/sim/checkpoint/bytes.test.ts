import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { fromBytes, toBytes } from "../../../src/sim/checkpoint/bytes.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import type { State } from "../../../src/sim/state.ts";
import { mustBeSameState } from "../../helpers/sameState.ts";

const { history } = simulate(
  parseRun({ preset: "tiny", optimizer: { name: "adam", lr: 0.1 }, batchSize: 2, epochs: 3, testSize: 9 }),
);
const oddities = fc.constantFrom(-0, 5e-324, Number.NaN, Infinity, -Infinity);
const states: fc.Arbitrary<State> = fc.record({
  step: fc.nat(),
  numbers: fc.array(fc.array(fc.oneof(fc.double(), oddities)).map((numbers) => Float64Array.from(numbers))),
});
const kept = fc.record({
  of: fc.string({ unit: "binary" }),
  snapshot: fc.record({ seen: fc.nat(), history: fc.constant(history), state: states, last: states }),
});

describe("a checkpoint", () => {
  test.prop([kept, fc.boolean()])("comes back as it was, bit for bit", ({ of, snapshot }, withLast) => {
    const { last, ...rest } = snapshot;
    const back = fromBytes(toBytes({ of, snapshot: withLast ? snapshot : rest }));
    expect(back?.of).toBe(of);
    expect(back?.snapshot.seen).toBe(snapshot.seen);
    expect(back?.snapshot.history).toEqual(history);
    mustBeSameState(back?.snapshot.state as State, snapshot.state);
    if (withLast) mustBeSameState(back?.snapshot.last as State, last);
    else expect(back?.snapshot).not.toHaveProperty("last");
  });

  test.prop([kept, fc.nat(), fc.integer({ min: 1, max: 255 })])(
    "that was altered in one byte, or cut off, is none",
    (what, place, change) => {
      const bytes = toBytes(what);
      const at = place % bytes.length;
      const altered = bytes.slice();
      altered[at] = (altered[at] as number) ^ change;
      expect(fromBytes(altered)).toBeUndefined();
      expect(fromBytes(bytes.subarray(0, at))).toBeUndefined();
    },
  );

  test.prop([fc.uint8Array()])("is not found in other bytes", (bytes) => {
    expect(fromBytes(bytes)).toBeUndefined();
  });
});
