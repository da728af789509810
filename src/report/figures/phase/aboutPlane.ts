import type { Plane } from "../../../experiments/phase/plane.ts";
import { jobAt } from "../../../experiments/sweep/plan.ts";
import { settingText, trainingText } from "../sheet/words.ts";

/** What does not vary over the plane of a phase diagram, in symbols. */
export function aboutPlane({ plan, x, y }: Plane): string {
  const { run } = jobAt(plan, 0);
  const varied = new Set([x.name, y.name]);
  return `${settingText(run.setting, varied)}; ${trainingText(run, varied)}`;
}
