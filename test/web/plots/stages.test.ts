import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { stagesOf } from "../../../web/plots/stages.ts";
import { type Told, told } from "./told.ts";

/** Names and records of the stages of class +1. */
const happened = (...all: Told[]) => stagesOf(all.map(told), "+1").map(({ name, record }) => [name, record]);

const value = fc.double({ min: -2, max: 2, noNaN: true });

const moment: fc.Arbitrary<Told> = fc.record({
  signal: value,
  fresh: fc.tuple(value, value, value),
  memorized: fc.constant([-3, 3] as const),
  counter: value,
});

describe("the stages of a race", () => {
  it("are none before anything has changed", () => {
    expect(happened()).toEqual([]);
    expect(happened({ signal: 1 })).toEqual([]);
    expect(happened({ signal: 1 }, { signal: 1 })).toEqual([]);
  });

  it("tell where the signal turns, drowns in fresh noise, and crosses 0", () => {
    const fresh = [0, 0.5, 0.9] as const;
    const signals = [0.1, 0.7, 0.8, 0.4, 0.1, -0.1, -0.2];
    // The largest signal is at record 2; it is below the median 0.5 from 3 on, and below 0 from 5 on.
    expect(happened(...signals.map((signal) => ({ signal, fresh })))).toEqual([
      ["turns", 2],
      ["drowned", 3],
      ["flipped", 5],
    ]);
  });

  it("tell where the signal leaves the fresh noise below it, and where all memorized noise outruns it", () => {
    const at = (signal: number, least: number): Told => ({ signal, fresh: [0, 0.1, 0.2], memorized: [least, 3] });
    expect(happened(at(0.1, 0), at(0.3, 0.1), at(0.15, 0.1), at(0.4, 0.3), at(0.5, 0.6))).toEqual([
      ["clear", 3],
      ["outrun", 4],
    ]);
  });

  it("tell where the other class answers more strongly to the feature", () => {
    expect(happened({ signal: 0.5, counter: 0.4 }, { signal: 0.5, counter: 0.6 })).toEqual([["countered", 1]]);
  });

  it("are one alone where signal and noise fade to 0: what is 0 races nothing", () => {
    const at = (size: number): Told => ({ signal: size, fresh: [0, size, size], memorized: [0, size] });
    expect(happened(at(1), at(0.5), at(0.05), at(0.01))).toEqual([["fades", 2]]);
    // The signal alone: its noise stays.
    expect(happened({ signal: 1 }, { signal: 0.05 }).map(([name]) => name)).not.toContain("fades");
  });

  test.prop([fc.array(moment, { minLength: 1, maxLength: 12 })])(
    "hold from their record on, and not at the one before it",
    (all) => {
      const records = all.map(told);
      for (const j of ["+1", "-1"] as const) {
        for (const { name, record } of stagesOf(records, j)) {
          const holds = {
            clear: ({ signal, fresh: [, , high] }: Required<Told>) => signal > high,
            drowned: ({ signal, fresh: [, median] }: Required<Told>) => signal < median,
            countered: ({ signal, counter }: Required<Told>) => signal < counter,
            flipped: ({ signal }: Required<Told>) => signal < 0,
          }[name as string];
          if (!holds) continue;
          expect(all.slice(record).every((one) => holds(one as Required<Told>))).toBe(true);
          expect(holds(all[record - 1] as Required<Told>)).toBe(false);
        }
      }
    },
  );
});
