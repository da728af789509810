import "../sim/schedules/formula.ts";
import { NAMED_PLANS, namedPlan } from "../experiments/plans/registry.ts";
import { type Plan, type PlanFile, parsePlan } from "../experiments/sweep/plan.ts";
import { InputError, show } from "../setting/inputError.ts";
import { PART_KEYS, type Parts } from "../sim/ownParts.ts";
import { memberNamed } from "./options.ts";

/** A plan: what a plan file holds, or the name of one of the papers' sweeps. */
export type PlanSpec = PlanFile | string;

/**
 * A plan, checked and complete.
 *
 * @param spec what a plan file holds, or a name
 * @param quick with a name: fewer epochs, seeds and fresh examples
 * @returns the plan
 * @throws InputError
 */
export function planOf(spec: PlanSpec, quick = false): Plan {
  if (typeof spec === "string") {
    memberNamed("plan", NAMED_PLANS, spec);
    return namedPlan(spec, quick);
  }
  if (quick) throw new InputError(`quick must come with a plan's name, but the plan is ${show(spec)}; shorten it`);
  return parsePlan(spec);
}

/** What a plan names of activations and data, each name in a setting of its own. */
export function partsIn({ base, axes, zip }: Plan): Parts[] {
  const own = base.setting as Parts | undefined;
  const varied = PART_KEYS.flatMap((key) =>
    [axes, ...zip].flatMap((group) => (group[key] ?? []).map((name) => ({ [key]: name as string }))),
  );
  return [...(own ? [own] : []), ...varied];
}

/** The optimizers that a plan names. */
export function optimizersIn({ base, axes, zip }: Plan): string[] {
  const own = (base.optimizer as { name?: unknown } | undefined)?.name;
  const varied = [axes, ...zip].flatMap((group) => group.optimizer ?? []);
  return [...new Set([own, ...varied].filter((name): name is string => typeof name === "string"))];
}
