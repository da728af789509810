import type { Setting } from "../setting/setting.ts";

/** Adam whose memory of squares is shorter than weights take to decay: steps are near signs. */
export const DECAYED = { name: "adam", betas: [0.9, 0.95] as [number, number], eps: 0 } as const;

/** A race under coupled decay: sqrt(s) sigmaP = 1, supports disjoint. */
export const decayedSetting = ({ n, s, sigma0 }: Pick<Setting, "n" | "s" | "sigma0">) => ({
  ...{ n, s, sigma0, d: 1e9, sigmaP: 1 / Math.sqrt(s), alpha: 0.2, m: 6, q: 3 },
  ...{ labels: "balanced" as const, supports: "disjoint" as const },
});
