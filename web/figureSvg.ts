import type { Moment } from "../src/sim/trajectory.ts";
import type { DrawnRun } from "./state.ts";

/** The figure of a training, as `adamcheck figure trajectory` draws it. */
export function figureSvg(_data: { config: DrawnRun; history: readonly Moment[]; command: string }): string {
  throw new Error("not there yet");
}
