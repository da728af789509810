import type { FormulaDefinition } from "../formula/fromFormulas.ts";
import { adagrad } from "./adagrad.ts";
import { amsgrad } from "./amsgrad.ts";
import { lion } from "./lion.ts";
import { momentum } from "./momentum.ts";
import { nadam } from "./nadam.ts";
import { nesterov } from "./nesterov.ts";
import { rmsprop } from "./rmsprop.ts";
import { signum } from "./signum.ts";

/** The optimizers by formulas that none of the papers has. Adding one is one line here, and `npm run optimizers`, which reads the formulas once for
 * all: what trains has no need of a parser. */
export const BY_FORMULAS: readonly FormulaDefinition[] = [
  ...[momentum, nesterov, signum, lion],
  ...[rmsprop, adagrad, amsgrad, nadam],
];
