import { drawStart } from "../../../src/data/start.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import type { Problem } from "../../../src/sim/engine.ts";

/** The setting whose numbers can all be read. */
export const tiny = PRESETS.tiny?.setting as Setting;

/** Adam with its usual numbers. */
export const adam = {
  name: "adam",
  lr: 0.01,
  weightDecay: 0,
  convention: "pytorch",
  betas: [0.9, 0.999],
  eps: 1e-8,
} as const;

/** The CNN's training problem of a setting, seed 1. */
export function problemOf(setting: Setting, optimizer: Problem["optimizer"]): Problem {
  const network = networkOf("cnn", setting);
  return { network, optimizer, ...drawStart(setting, network, 1) };
}
