import { RECORDED } from "../sweep/recorded.ts";
import { newWatch, type Stopped } from "../sweep/stopRules.ts";
import { configOf, type Trial, type TrialJob } from "../sweep/trial.ts";
import type { Trained } from "./protocol.ts";
import type { Trainer } from "./trainer.ts";

/**
 * What is kept of a run that a trainer of a user's own has carried out.
 *
 * The plan's stopping rules are asked of its moments as of ours: what comes after the first that holds is not kept.
 *
 * @param job what was run
 * @param trained what the trainer gave, checked
 * @param trainer that gave it
 * @returns the trial
 */
export function trialOf(
  job: TrialJob,
  { history: given, diverged }: Trained,
  { name, version, outside }: Pick<Trainer, "name" | "version" | "outside">,
): Trial {
  const watch = newWatch(job.stop);
  let stopped: Stopped | undefined;
  const history = given.filter((moment) => {
    if (stopped) return false;
    stopped = watch(moment);
    return true;
  });
  const kept = RECORDED.filter(({ name: asked }) => job.record.includes(asked)).map(
    ({ name: asked, of }) => [asked, of({ history })] as const,
  );
  return {
    config: configOf(job),
    engine: { name, version },
    outside,
    final: history.at(-1) as Trial["final"],
    ...(stopped && { stopped }),
    ...(diverged && !stopped && { diverged }),
    ...(kept.length > 0 && { recorded: Object.fromEntries(kept) }),
  };
}
