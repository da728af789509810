import { betas } from "./betas.ts";
import { coverage } from "./coverage.ts";
import { errors } from "./errors.ts";
import type { Figure } from "./figure.ts";
import { levels } from "./levels.ts";
import { papers } from "./papers.ts";
import { phase } from "./phase.ts";
import { scaling } from "./scaling.ts";
import { slopes } from "./slopes.ts";
import { batchSize, sweep, weightDecay } from "./sweeps.ts";
import { trajectory } from "./trajectory.ts";

/** Every figure, in the order of the help. Adding one is one line here. */
// A figure's data are its own affair.
export const FIGURES: readonly Figure<any>[] = [
  trajectory,
  errors,
  papers,
  batchSize,
  weightDecay,
  betas,
  sweep,
  phase,
  scaling,
  slopes,
  coverage,
  levels,
];
