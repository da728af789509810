import { fc } from "@fast-check/vitest";
import type { SignalBalance } from "../../../../src/bounds/thresholds/feature/signalBalance.ts";
import { spread } from "../../../helpers/spread.ts";

/** Classes with eps from 1e-10 to 0.1. */
export const balances: fc.Arbitrary<SignalBalance> = fc.record({
  q: fc.integer({ min: 3, max: 7 }),
  classShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
  activeNeurons: fc.integer({ min: 1, max: 10 }),
  eps: spread(-10, -1).map((digits) => 10 ** digits),
});
