import { Fraction } from "../../algebra/mathjs.ts";
import type { Size } from "./size.ts";

/** What is said of a product of powers: that it is o~(1), ..., that it is at most 1. "poly": at most some power of n. */
export type Bound = "o~" | "o" | "<" | "<=" | "O" | "O~" | "poly" | "beyond";

/** What is not known of a bound: which power of n, log n or constant lies between; as a step up or down among sizes. */
const STEP: Readonly<Record<Bound, readonly [level: string, sign: 1 | -1] | undefined>> = {
  "o~": ["smallPower", -1],
  o: ["smallLog", -1],
  "<": ["smallConstant", -1],
  "<=": undefined,
  O: ["anyConstant", 1],
  "O~": ["anyLog", 1],
  poly: ["anyPower", 1],
  beyond: ["beyond", -1],
};

/** Whose failure says what of the inverse: that x is not O(1) says, along a subsequence, that 1/x is o(1). */
const OPPOSITE: Readonly<Record<Bound, Bound>> = {
  "o~": "O~",
  "O~": "o~",
  o: "O",
  O: "o",
  "<": "<=",
  "<=": "<",
  poly: "beyond",
  beyond: "poly",
};

/** How far above 1 something may be of which a bound holds. */
export const limitOf = (bound: Bound): Size => {
  const step = STEP[bound];
  return step === undefined ? new Map() : new Map([[step[0], new Fraction(step[1])]]);
};

/** What the inverse satisfies where something does not satisfy a bound. */
export const opposite = (bound: Bound): Bound => OPPOSITE[bound];

/** What a power >= 0 of something satisfies that satisfies a bound; the power may be 0. */
export const weakened = (bound: Bound): Bound => (bound === "o~" || bound === "o" || bound === "<" ? "<=" : bound);
