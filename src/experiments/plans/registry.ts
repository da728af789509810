import { InputError, show } from "../../setting/inputError.ts";
import { type Plan, parsePlan } from "../sweep/plan.ts";
import { batchSize } from "./batchSize.ts";
import { betas } from "./betas.ts";
import { betasBatch } from "./betasBatch.ts";
import { betasDecay } from "./betasDecay.ts";
import type { NamedPlan } from "./namedPlan.ts";
import { weightDecay } from "./weightDecay.ts";

/** Every plan with a name, in the order of the help. Adding one is one line here. */
export const NAMED_PLANS: readonly NamedPlan[] = [batchSize, weightDecay, betas, betasBatch, betasDecay];

/**
 * A plan by its name.
 *
 * @param name one of NAMED_PLANS
 * @param quick for less time
 * @returns the plan
 * @throws InputError where there is none of this name
 */
export function namedPlan(name: string, quick: boolean): Plan {
  const found = NAMED_PLANS.find((plan) => plan.name === name);
  if (found) return parsePlan(found.plan(quick));
  const known = NAMED_PLANS.map((plan) => plan.name).join(", ");
  throw new InputError(`plan must be one of ${known}, but is ${show(name)}; correct it`);
}
