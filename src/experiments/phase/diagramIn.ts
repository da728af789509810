import { InputError } from "../../setting/inputError.ts";
import { EVENTS, type RunEvent, USUAL_EVENT } from "../sweep/events.ts";
import { planIn, readSweep } from "../sweep/folder.ts";
import { unknownMetric } from "../sweep/metricsIn.ts";
import { pointReader } from "../sweep/pointReader.ts";
import { enginesIn } from "../sweep/trainersIn.ts";
import { trialsOf } from "../sweep/trials.ts";
import { eventOf, testOf } from "../sweep/until.ts";
import { answerOf } from "./answer.ts";
import { type Diagram, diagram } from "./diagram.ts";
import { type Plane, planeOf } from "./plane.ts";
import { refine } from "./refine.ts";

/** Longest sides of cells that are tried, the finest first; the last is `phase`'s own. */
const COARSE = [1, 2, 4, 8] as const;

/**
 * The phase diagram of what a folder holds, without running anything.
 *
 * It is refined as finely as every node it needs has been run; where that is so for none of 1, 2, 4 and 8 steps, what is known of the last.
 *
 * @param folder that `phase` or a sweep of two numbers has written
 * @param asked what is asked of the runs; unless given what the plan's seeds decide, or "generalizes"
 * @returns the diagram and its plane
 * @throws InputError where there is no such folder
 * Source: ours.
 */
export function diagramIn(folder: string, asked?: RunEvent): { readonly plane: Plane; readonly diagram: Diagram } {
  const journal = readSweep(folder);
  const plan = planIn(folder);
  if (!plan)
    throw new InputError(
      `${folder} must hold the plan.json of a phase diagram, but has none that can be read; run phase again`,
    );
  const lacking = unknownMetric(folder);
  if (lacking !== undefined)
    throw new InputError(
      `${folder} must be read with the metrics that its runs record, but ${lacking} is not defined; load the file that defines it with --load`,
    );
  const plane = planeOf(plan);
  const { length: width } = plane.x.values;
  const { length: height } = plane.y.values;
  const event =
    asked ?? (plan.until ? eventOf(plan.until) : (EVENTS.find(({ name }) => name === USUAL_EVENT) as RunEvent));
  const readers = enginesIn(folder).map((engine) =>
    pointReader(trialsOf(plane.plan, engine), plan.seeds.length, journal, event, testOf(plan)),
  );
  const at = (node: number) => readers.map((reader) => reader.at(node)).find((found) => found !== undefined);
  const found = COARSE.map((coarse) => {
    const grid = { width, height, coarse };
    return { grid, refined: refine(grid, (node) => answerOf(at(node))), at, finished: 0, failed: 0, left: 0 };
  });
  const whole = found.find(({ refined }) => refined.nodes.every((node) => at(node) !== undefined));
  const best = whole ?? (found.at(-1) as (typeof found)[number]);
  return { plane, diagram: diagram(plane, event, best) };
}
