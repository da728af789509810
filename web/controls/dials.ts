import type { Setting } from "../../src/setting/setting.ts";
import type { Choice } from "../choice/state.ts";
import type { Scale } from "./stops.ts";

/** A number that is dragged. */
export interface Dial {
  readonly name: "batchSize" | "weightDecay" | "lr" | "alpha" | "sigma0" | "s" | "epochs" | "seed";
  /** What its slider offers in a setting; the field beside it takes any number that a run file may hold. */
  readonly scale: (setting: Setting) => Scale;
  /** Whether it has a meaning; always unless given. */
  readonly used?: (choice: Choice) => boolean;
}

/** Of batches that are drawn. */
const used = ({ batches }: Choice) => batches === "";

/** Every number that is dragged, in the order of the page. Adding one is one entry here. */
export const DIALS: readonly Dial[] = [
  {
    name: "batchSize",
    scale: ({ n }) => ({ least: 1, most: n, by: "decades", integer: true }),
    used,
  },
  {
    name: "weightDecay",
    scale: () => ({ least: 1e-7, most: 10, by: "decades", zero: true }),
  },
  {
    name: "lr",
    scale: () => ({ least: 1e-6, most: 1, by: "decades" }),
  },
  {
    name: "alpha",
    scale: () => ({ least: 0, most: 1, by: 0.02 }),
  },
  {
    name: "sigma0",
    scale: () => ({ least: 1e-4, most: 1, by: "decades" }),
  },
  {
    name: "s",
    scale: ({ d, n, supports }) => ({
      ...{ least: 1, most: supports === "disjoint" ? Math.floor((d - 1) / n) : d - 1 },
      ...{ by: "decades", integer: true },
    }),
  },
  {
    name: "epochs",
    scale: () => ({ least: 10, most: 1e5, by: "decades", integer: true }),
    used,
  },
  {
    name: "seed",
    scale: () => ({ least: 1, most: 20, by: 1, integer: true }),
  },
];
