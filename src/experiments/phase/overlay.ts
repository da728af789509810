import { type Explicit, explicitOf } from "../../bounds/thresholds/explicit.ts";
import {
  asPrinted,
  formulaOf,
  isKnownAt,
  THRESHOLDS,
  type ThresholdKind,
} from "../../bounds/thresholds/thresholdKinds.ts";
import { isPapers } from "../../setting/mustBePapers.ts";
import type { Run } from "../../sim/run.ts";
import { jobAt } from "../sweep/plan.ts";
import type { Plane } from "./plane.ts";

/** A threshold of weight decay where the other axis has a value. */
export interface OverlayPoint {
  /** Value of the axis that is not weightDecay. */
  readonly at: number;
  /** Weight decay: over starts, what 5%, half and 95% of them stay at or below; one number thrice for an order. Null for none at all. */
  readonly weightDecay: Explicit;
}

/** A threshold laid over a phase diagram. */
export interface Overlay {
  readonly threshold: string;
  readonly about: string;
  /** An order is its formula with the constant 1; an explicit value has its constants, at finite size. */
  readonly reading: "order" | "explicit";
  readonly formula?: string;
  /** Where it is known: some are for the full batch alone. */
  readonly points: readonly OverlayPoint[];
}

type Reading = Pick<Overlay, "reading" | "formula"> & { readonly of: (run: Run) => OverlayPoint["weightDecay"] };

const caseOf = ({ setting, batchSize, optimizer: { eps } }: Run) => ({
  setting,
  batchSize: batchSize as number,
  eps: eps ?? 0,
});

function readingsOf(kind: ThresholdKind, papers: boolean): Reading[] {
  const formula = formulaOf(kind, papers);
  const explicit: Reading = { reading: "explicit", of: (run) => explicitOf(kind, caseOf(run)) };
  if (formula === undefined) return [explicit];
  const order: Reading = {
    reading: "order",
    formula,
    of(run) {
      const value = asPrinted(formula)(caseOf(run));
      return { low: value, median: value, high: value };
    },
  };
  // Of a threshold that nothing but its order is known of, the formula is the whole.
  return kind.measured ? [order, explicit] : [order];
}

/**
 * The known thresholds of weight decay over the plane of a phase diagram.
 *
 * @param plane of which one axis is weightDecay; there are none otherwise
 * @returns every threshold of the plan's optimizer, at each value of the other axis where it is known; those known nowhere are left out
 * Source: `THRESHOLDS`; docs/theory.md 5.11, docs/notes/thresholds.md.
 */
export function overlays({ plan, x, y }: Plane): Overlay[] {
  const other = x.name === "weightDecay" ? y : x;
  if (![x, y].some(({ name }) => name === "weightDecay")) return [];
  const runs = other.values.map((_, k) => jobAt(plan, other === y ? k : k * y.values.length).run);
  const papers = runs.every(isPapers);
  return THRESHOLDS.filter(({ optimizer }) => optimizer === runs[0]?.optimizer.name).flatMap((kind) =>
    readingsOf(kind, papers).map(({ of, ...reading }) => ({
      threshold: kind.name,
      about: kind.about,
      ...reading,
      points: runs.flatMap((run, k) =>
        isKnownAt(kind, run) ? [{ at: other.values[k] as number, weightDecay: of(run) }] : [],
      ),
    })),
  );
}
