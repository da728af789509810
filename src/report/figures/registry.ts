import { coverage } from "./coverage/coverage.ts";
import type { Figure } from "./figure.ts";
import { heat } from "./heat/heat.ts";
import { papers } from "./papers/papers.ts";
import { phase } from "./phase/phase.ts";
import { errors } from "./run/errors.ts";
import { levels } from "./run/levels.ts";
import { trajectory } from "./run/trajectory.ts";
import { ends } from "./studies/ends.ts";
import { scaling } from "./studies/scaling.ts";
import { shares } from "./studies/shares.ts";
import { slopes } from "./studies/slopes.ts";
import { trends } from "./studies/trends.ts";
import { study } from "./study/study.ts";
import { betas } from "./sweep/betas.ts";
import { batchSize, spread, sweep, weightDecay } from "./sweep/sweeps.ts";

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
  spread,
  phase,
  scaling,
  slopes,
  shares,
  trends,
  coverage,
  levels,
  heat,
  ends,
  study,
];
