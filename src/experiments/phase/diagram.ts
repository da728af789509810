import type { RunEvent } from "../sweep/events.ts";
import { type Fate, fateOfMost } from "./fates.ts";
import { answerOf, frequencyOf, type NodeCount } from "./nodes.ts";
import { type Overlay, overlays } from "./overlay.ts";
import type { Phase } from "./phase.ts";
import type { PhaseAxis, Plane } from "./plane.ts";
import { type PublishedMark, publishedMarks } from "./published.ts";
import { picture } from "./refine.ts";

/** A node that was run. */
export interface DiagramNode extends NodeCount {
  readonly x: number;
  readonly y: number;
  /** Of the finished runs, how many show the event, and the exact 95% interval (Clopper-Pearson); null where none has finished. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A step along an axis on which half of the seeds are passed: where the other axis has the value `at`, between `from` and `to`. */
export interface Crossing {
  readonly along: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Whether at least half of the seeds show the event at `to`, and not at `from`. */
  readonly rises: boolean;
}

/** A phase diagram as data. */
export interface Diagram {
  readonly x: PhaseAxis;
  readonly y: PhaseAxis;
  readonly event: Pick<RunEvent, "name" | "about">;
  readonly seeds: readonly number[];
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

/** Where neighbours differ, line by line along both axes. */
function boundaryOf(filled: Diagram["filled"], { values: xs }: PhaseAxis, { values: ys }: PhaseAxis): Crossing[] {
  const crossings: Crossing[] = [];
  const step = (
    along: "x" | "y",
    at: number,
    ends: [number, number],
    before: boolean | null,
    after: boolean | null,
  ) => {
    if (before === null || after === null || before === after) return;
    crossings.push({ along, at, from: ends[0], to: ends[1], rises: after });
  };
  for (const [k, y] of ys.entries()) {
    for (let i = 1; i < xs.length; i++) {
      step("x", y, [xs[i - 1] as number, xs[i] as number], filled[i - 1]?.[k] ?? null, filled[i]?.[k] ?? null);
    }
  }
  for (const [i, x] of xs.entries()) {
    for (let k = 1; k < ys.length; k++) {
      step("y", x, [ys[k - 1] as number, ys[k] as number], filled[i]?.[k - 1] ?? null, filled[i]?.[k] ?? null);
    }
  }
  return crossings;
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
export function diagram(plane: Plane, { name, about }: RunEvent, { grid, refined, at }: Phase): Diagram {
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
  const nodes = refined.nodes.flatMap((node): DiagramNode[] => {
    const found = at(node);
    if (!found) return [];
    const { share, low, high } = frequencyOf(found) ?? { share: null, low: null, high: null };
    const place = { x: x.values[Math.floor(node / height)] as number, y: y.values[node % height] as number };
    return [{ ...place, ...found, share, low, high }];
  });
  return {
    ...{ x, y, event: { name, about }, seeds: plan.seeds },
    grid: { nodes: width * height, run: nodes.length, coarse, complete: nodes.length === refined.nodes.length },
    ...{ nodes, boundary: boundaryOf(filled, x, y), filled, fates },
    ...{ thresholds: overlays(plane), published: publishedMarks(plane) },
  };
}
