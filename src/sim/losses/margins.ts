import { exp } from "../../numeric/exp.ts";
import type { Loss } from "./loss.ts";

// A margin of NaN passes through: z >= 1 ? 0 : ...

/** L = max(0, 1 - z); its slope at the kink, z = 1, is 0. */
export const hinge: Loss = {
  value: (z) => (z >= 1 ? 0 : 1 - z),
  pull: (z) => (z >= 1 ? 0 : 1),
};

/** L = max(0, 1 - z)^2. */
export const squaredHinge: Loss = {
  value: (z) => (z >= 1 ? 0 : (1 - z) * (1 - z)),
  pull: (z) => (z >= 1 ? 0 : 2 * (1 - z)),
};

/** L = (1 - z)^2. */
export const square: Loss = {
  value: (z) => (1 - z) * (1 - z),
  pull: (z) => 2 * (1 - z),
};

/** L = e^-z. */
export const exponential: Loss = {
  value: (z) => exp(-z),
  pull: (z) => exp(-z),
};
