import type { BoxStatement } from "./statement.ts";
import { failingDecays } from "./statements/failingDecay.ts";
import { potential } from "./statements/potential.ts";
import { residual } from "./statements/residual.ts";
import { slowGradients } from "./statements/slowGradients.ts";
import { stability } from "./statements/stability.ts";
import { steadyStates } from "./statements/steadyState.ts";

/** What is proved by branch and bound. Adding a statement is one entry, and `npm run certificates`. */
export const BOX_STATEMENTS: readonly BoxStatement[] = [
  residual,
  potential,
  slowGradients,
  ...steadyStates,
  ...failingDecays,
  stability,
];
