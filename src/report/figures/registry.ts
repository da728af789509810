import { errors } from "./errors.ts";
import type { Figure } from "./figure.ts";
import { papers } from "./papers.ts";
import { trajectory } from "./trajectory.ts";

/** Every figure, in the order of the help. Adding one is one line here. */
// A figure's data are its own affair.
export const FIGURES: readonly Figure<any>[] = [trajectory, errors, papers];
