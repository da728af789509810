import type { Source } from "../../../src/report/figures/figure.ts";
import { figuresOf } from "../../../src/report/html/figuresOf.ts";
import type { Block } from "../../../src/report/html/section.ts";
import type { ClaimVerdict, Evidence } from "../../claimVerdict.ts";

/** As many studies as a page of paper has room for, in panels and in lines. */
const PANELS = 6;
const LINES = 30;

const isStudy = ({ figures }: Evidence) => typeof figures?.slope === "number";

/** Lists one after the other, cut so that each has so many entries at most. */
const chunks = <T>(list: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, k) => list.slice(most * k, most * (k + 1)));

/** The folder as if it held these alone. */
const narrowed = (source: Source, claims: readonly ClaimVerdict[]): Source => ({
  ...source,
  json: () => ({ claims }),
});

/**
 * Scaling studies of a claim, point by point, a page of them a figure.
 *
 * @param source the folder
 * @param claim whose evidence has studies
 * @returns figures; none where there is no study
 */
export const scalingFigures = (source: Source, claim: ClaimVerdict): Block[] =>
  chunks(claim.evidence.filter(isStudy), PANELS).flatMap((evidence) =>
    figuresOf(narrowed(source, [{ ...claim, evidence }]), ["scaling"]),
  );

/**
 * Slopes of the studies of all claims, a page of them a figure.
 *
 * @param source the folder
 * @param claims in the order of the report
 * @returns figures; none where there is no study
 */
export function slopeFigures(source: Source, claims: readonly ClaimVerdict[]): Block[] {
  const studies = claims.flatMap((claim) =>
    claim.evidence.filter(isStudy).map((one) => ({ ...claim, evidence: [one] })),
  );
  return chunks(studies, LINES).flatMap((some) => figuresOf(narrowed(source, some), ["slopes"]));
}
