import { T25_SETTING } from "../papers/t25/settings.ts";
import type { Setting } from "./setting.ts";

/** A setting that has a name. */
export interface Preset {
  readonly about: string;
  readonly setting: Setting;
}

/** Settings with a name. Adding one is one entry here. */
const NAMED = {
  paper: {
    about:
      "the synthetic experiment of [T25] D.2 and [Z21] (q is not printed there; 3 is its smallest allowed value); supports overlap",
    setting: T25_SETTING,
  },
  small: {
    about: "first contact: in a second Adam learns the feature (b = 2) or memorizes the noise (b = 40)",
    setting: { n: 40, d: 500, s: 100, sigmaP: 0.1, alpha: 0.2, m: 10, q: 3, sigma0: 0.02, labels: "balanced" },
  },
  disjoint: {
    about: "supports that do not overlap, as the theorems assume, with room for ten times as many (n s = d/10)",
    setting: {
      ...{ n: 20, d: 2001, s: 10, sigmaP: 0.3, alpha: 0.2, m: 5, q: 3, sigma0: 0.05 },
      ...{ labels: "rademacher", supports: "disjoint" },
    },
  },
  "paper-disjoint": {
    about:
      "the numbers of paper with room for disjoint supports (n s = d - 31), which are drawn so as the theorems assume: by chance they never would be; no published run has this setting",
    setting: { ...T25_SETTING, d: 20031, supports: "disjoint" },
  },
  tiny: {
    about: "for tests: every number can be read",
    setting: { n: 6, d: 12, s: 3, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, sigma0: 0.3, labels: "balanced" },
  },
} as const satisfies Readonly<Record<string, Preset>>;

/** A name that an editor completes; any text is taken, and looked at when it is used. */
export type PresetName = keyof typeof NAMED | (string & {});

/** The settings that have a name, by it. Adding one is one entry above. */
export const PRESETS: Readonly<Record<string, Preset>> = NAMED;
