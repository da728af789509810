import { aboutEvent, type RunEvent } from "../sweep/events.ts";
import { type Fate, fateOfMost } from "../sweep/fates.ts";
import { jobAt } from "../sweep/plan.ts";
import { frequencyOf, type PointCount } from "../sweep/pointReader.ts";
import { testOf, type Until } from "../sweep/until.ts";
import { answerOf } from "./answer.ts";
import { boundaryOf, type Crossing } from "./boundary.ts";
import { type Overlay, overlays } from "./overlay.ts";
import type { Phase } from "./phase.ts";
import type { PhaseAxis, Plane } from "./plane.ts";
import { type PublishedMark, publishedMarks } from "./published.ts";
import { picture } from "./refine.ts";

/** A node that was run. */
export interface DiagramNode extends PointCount {
  readonly x: number;
  readonly y: number;
  /** Of the finished runs, how many show the event, and the exact 95% interval (Clopper-Pearson, or that of the test that ended the seeds); null where none has finished. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A phase diagram as data. */
export interface Diagram {
  readonly x: PhaseAxis;
  readonly y: PhaseAxis;
  readonly event: Pick<RunEvent, "name" | "about">;
  readonly seeds: readonly number[];
  /** Where seeds end with a decision: what a node decides, and the chance of a wrong decision that is allowed. */
  readonly until?: Until;
  /** Nodes of the full grid, and those that are looked at; the others are taken to be as the border of their cell. */
  readonly grid: { readonly nodes: number; readonly run: number; readonly coarse: number; readonly complete: boolean };
  /** In the order of the plan: y changes fastest. */
  readonly nodes: readonly DiagramNode[];
  readonly boundary: readonly Crossing[];
  /** [x.values.length][y.values.length]: whether at least half of the seeds show the event; null where that is not known. */
  readonly filled: readonly (readonly (boolean | null)[])[];
  /** [x.values.length][y.values.length]: how most seeds end; null where that is not known. Absent in diagrams of before it was kept. */
  readonly fates?: readonly (readonly (Fate | null)[])[];
  readonly thresholds: readonly Overlay[];
  readonly published: readonly PublishedMark[];
}

/** The different numbers of classes of a plane's runs. */
function classesOf({ x, y, plan }: Plane): readonly number[] {
  const axis = [x, y].find(({ name }) => name === "classes");
  return axis?.values ?? [jobAt(plan, 0).run.setting.classes ?? 2];
}

/**
 * What a phase diagram shows, as data.
 *
 * @param plane x, y and the plan
 * @param event that was asked for
 * @param phase as far as it was run
 * @returns nodes with frequencies, the boundary (where at least half of the seeds begin to show the event), thresholds and published runs
 * Source: ours.
 */
export function diagram(plane: Plane, event: RunEvent, { grid, refined, at }: Phase): Diagram {
  const { x, y, plan } = plane;
  const { width, height, coarse } = grid;
  const columns = <T>(flat: readonly T[]) =>
    Array.from({ length: width }, (_, i) => flat.slice(i * height, (i + 1) * height));
  const filled = columns(picture(grid, refined, (node) => answerOf(at(node))));
  const fates = columns(
    picture(grid, refined, (node) => {
      const counts = at(node)?.fates;
      return counts && fateOfMost(counts);
    }),
  );
  const test = testOf(plan);
  const nodes = refined.nodes.flatMap((node): DiagramNode[] => {
    const found = at(node);
    if (!found) return [];
    const { share, low, high } = frequencyOf(found, test) ?? { share: null, low: null, high: null };
    const place = { x: x.values[Math.floor(node / height)] as number, y: y.values[node % height] as number };
    return [{ ...place, ...found, share, low, high }];
  });
  const looked = new Set(refined.nodes);
  const decided = (i: number, k: number) => {
    const node = i * height + k;
    return looked.has(node) && at(node)?.decided === true;
  };
  const boundary = boundaryOf(x, y, (i, k) => filled[i]?.[k] ?? null, plan.until && decided);
  return {
    ...{ x, y, event: { name: event.name, about: aboutEvent(event, classesOf(plane)) }, seeds: plan.seeds },
    ...(plan.until && { until: plan.until }),
    grid: { nodes: width * height, run: nodes.length, coarse, complete: nodes.length === refined.nodes.length },
    ...{ nodes, boundary, filled, fates },
    ...{ thresholds: overlays(plane), published: publishedMarks(plane) },
  };
}
