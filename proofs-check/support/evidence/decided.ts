import { analyseStatement } from "../../../src/bounds/order/analyse.ts";
import { DOMAIN, type Range } from "../../../src/bounds/order/domain.ts";
import { orderOf } from "../../../src/bounds/order/orderOf.ts";
import { constant, type Polynomial, substitute, toText, variablesOf } from "../../../src/bounds/order/polynomial.ts";
import { type Region, regionText } from "../../../src/bounds/order/region.ts";
import type { Scaling } from "../../../src/bounds/order/scaling.ts";
import { parseStatement } from "../../../src/bounds/order/statement.ts";
import type { Finding } from "../../claim.ts";

/** Values at which an exponent is tried: near its least one, and further off. */
const tried = ({ least, strict, most }: Range): number[] =>
  most === undefined ? [least + (strict ? 0.125 : 0), least + 1, least + 4] : [least, (least + most) / 2, most];

/** A scaling with numbers for exponents that it leaves open. */
const at = ({ quantities, exponents }: Scaling, point: Readonly<Record<string, Polynomial>>): Scaling => ({
  quantities,
  exponents: new Map([
    ...Object.entries(point),
    ...[...exponents].map(([name, value]) => [name, substitute(value, point)] as const),
  ]),
});

/** The part of the exponents' space where a statement holds, their domain left aside. */
function regionOf(text: string, scaling: Scaling): Region {
  const { left, relation, right } = parseStatement(text);
  return relation.region(orderOf(left, scaling), orderOf(right, scaling));
}

/** What a statement needs of the exponents that a scaling leaves open, their domain left aside: "everywhere", "nowhere" or inequalities. */
export const neededBy = (text: string, scaling: Scaling): string => regionText(regionOf(text, scaling));

/** The exponents that a region depends on. */
const openIn = (region: Region): string[] => [
  ...new Set(region.flatMap((list) => list.flatMap(({ left }) => variablesOf(left)))),
];

/** Points of the domain: every choice of a tried value for every name. */
const points = (names: readonly string[]): Record<string, Polynomial>[] =>
  names.reduce<Record<string, Polynomial>[]>(
    (all, name) =>
      all.flatMap((point) => tried(DOMAIN[name] as Range).map((value) => ({ ...point, [name]: constant(value) }))),
    [{}],
  );

/**
 * Decides a statement between orders over the whole domain of the exponents that a scaling leaves open.
 *
 * @param text such as "s sigmaP = omega(1)"
 * @param scaling how the symbols grow
 * @returns holds where it is proved, with the region that it needs, the domain left aside; contradicted with exponents at which it is refuted;
 *   inconclusive where neither is found
 * Source: ours; the order algebra of src/bounds/order.
 */
export function decided(text: string, scaling: Scaling): Finding {
  const { verdict, reason } = analyseStatement(text, scaling);
  const region = neededBy(text, scaling);
  const figures = { needed: region };
  if (verdict === "holds") {
    // Most reasons end with the region.
    const needs = reason.includes(region) ? "" : `; it needs ${region}`;
    return { verdict, reason: `${text} over the whole domain (${reason})${needs}`, figures };
  }
  const refuted = points(openIn(regionOf(text, scaling))).find(
    (point) => analyseStatement(text, at(scaling, point)).verdict === "fails",
  );
  if (!refuted)
    return { verdict: "inconclusive", reason: `${text} was neither proved nor refuted: ${reason}`, figures };
  const where = Object.entries(refuted).map(([name, value]) => `${name} = ${toText(value)}`);
  const place = where.length > 0 ? `fails at ${where.join(", ")}` : "fails";
  return { verdict: "contradicted", reason: `${text} ${place}: it needs ${region}`, figures };
}
