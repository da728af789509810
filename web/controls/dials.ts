import type { Setting } from "../../src/setting/setting.ts";
import type { Scale } from "./stops.ts";

/** A number that is chosen. */
export interface Dial {
  readonly name: "batchSize" | "weightDecay" | "lr" | "alpha" | "sigma0" | "s" | "epochs" | "seed";
  readonly label: string;
  readonly symbol: string;
  /** What its slider offers at a preset; the field beside it takes any number that a run file may hold. */
  readonly scale: (setting: Setting) => Scale;
}

/** Every number that is chosen, in the order of the page. Adding one is one entry here and one of `Choice`. */
export const DIALS: readonly Dial[] = [
  {
    ...{ name: "batchSize", label: "batch size", symbol: "b" },
    scale: ({ n }) => ({ least: 1, most: n, by: "decades", integer: true }),
  },
  {
    ...{ name: "weightDecay", label: "weight decay", symbol: "λ" },
    scale: () => ({ least: 1e-7, most: 10, by: "decades", zero: true }),
  },
  {
    ...{ name: "lr", label: "learning rate", symbol: "η" },
    scale: () => ({ least: 1e-6, most: 1, by: "decades" }),
  },
  {
    ...{ name: "alpha", label: "feature noise", symbol: "α" },
    scale: () => ({ least: 0, most: 1, by: 0.02 }),
  },
  {
    ...{ name: "sigma0", label: "initial weights", symbol: "σ₀" },
    scale: () => ({ least: 1e-4, most: 1, by: "decades" }),
  },
  {
    ...{ name: "s", label: "support size", symbol: "s" },
    scale: ({ d, n, supports }) => ({
      ...{ least: 1, most: supports === "disjoint" ? Math.floor((d - 1) / n) : d - 1 },
      ...{ by: "decades", integer: true },
    }),
  },
  {
    ...{ name: "epochs", label: "epochs", symbol: "T" },
    scale: () => ({ least: 10, most: 1e5, by: "decades", integer: true }),
  },
  {
    ...{ name: "seed", label: "seed", symbol: "" },
    scale: () => ({ least: 1, most: 20, by: 1, integer: true }),
  },
];
