import { Fraction } from "../../algebra/mathjs.ts";
import type { Constraint } from "../order/constraint.ts";
import { constant, constantOf, type Polynomial, substitute } from "../order/polynomial.ts";
import type { Region } from "../order/region.ts";

/** A point of the plane of exponents, exactly: B = n^beta, lambda = n^-l. */
export interface Point {
  readonly beta: Fraction;
  readonly l: Fraction;
}

/** beta b + l c + a = 0. */
export interface Line {
  readonly beta: Fraction;
  readonly l: Fraction;
  readonly constant: Fraction;
}

const ZERO = new Fraction(0);

/**
 * A polynomial in beta and l as a line.
 *
 * @param a of degree 1 at most, in beta and l alone
 * @returns its coefficients; undefined if it is constant
 * @throws Error if it is of higher degree or has other variables: no hypothesis has, once D and q are numbers
 */
export function lineOf(a: Polynomial): Line | undefined {
  const unknown = [...a.keys()].find((monomial) => !["", "beta", "l"].includes(monomial));
  if (unknown !== undefined) throw new Error(`not linear in beta and l: ${unknown}`);
  const [beta, l] = [a.get("beta") ?? ZERO, a.get("l") ?? ZERO];
  if (beta.compare(0) === 0 && l.compare(0) === 0) return undefined;
  return { beta, l, constant: a.get("") ?? ZERO };
}

/** On which side of a line a point is: -1, 0 or 1. */
export const sideOf = (line: Line, { beta, l }: Point): number =>
  line.beta.mul(beta).add(line.l.mul(l)).add(line.constant).compare(0);

const holdsAt = ({ left, relation }: Constraint, { beta, l }: Point): boolean => {
  const value = constantOf(substitute(left, { beta: constant(beta), l: constant(l) })) as Fraction;
  const sign = value.compare(0);
  return relation === "=" ? sign === 0 : relation === ">" ? sign > 0 : sign >= 0;
};

/** Whether a point lies in a region of the plane. */
export const contains = (region: Region, point: Point): boolean =>
  region.some((list) => list.every((constraint) => holdsAt(constraint, point)));

const mean = (values: readonly Fraction[]) => values.reduce((sum, x) => sum.add(x), ZERO).div(values.length);

/** The mean of points: inside where they are the corners of a convex polygon or the ends of a segment. */
export const centre = (points: readonly Point[]): Point => ({
  beta: mean(points.map(({ beta }) => beta)),
  l: mean(points.map(({ l }) => l)),
});

/** Where the segment from p to q meets a line that has them on different sides. */
function crossing(line: Line, p: Point, q: Point): Point {
  const value = ({ beta, l }: Point) => line.beta.mul(beta).add(line.l.mul(l)).add(line.constant);
  const [a, b] = [value(p), value(q)];
  const t = a.div(a.add(b.neg()));
  const between = (x: Fraction, y: Fraction) => x.add(y.add(x.neg()).mul(t));
  return { beta: between(p.beta, q.beta), l: between(p.l, q.l) };
}

/**
 * Cuts a convex polygon along a line.
 *
 * @param polygon corners in order
 * @param line where it is cut
 * @returns the parts on both sides, each with an interior; one alone if the line does not pass through it
 * Source: standard (Sutherland and Hodgman), exact in rationals.
 */
export function cut(polygon: readonly Point[], line: Line): Point[][] {
  const part = (side: 1 | -1) =>
    polygon.flatMap((p, k) => {
      const q = polygon[(k + 1) % polygon.length] as Point;
      const [here, there] = [sideOf(line, p) * side, sideOf(line, q) * side];
      const kept = here >= 0 ? [p] : [];
      return here * there < 0 ? [...kept, crossing(line, p, q)] : kept;
    });
  // A part without a corner off the line has no interior.
  return [part(1), part(-1)].filter((corners) => corners.some((p) => sideOf(line, p) !== 0));
}

/**
 * Cuts the segments between neighbouring points where a line crosses them.
 *
 * @param points of a chain of segments
 * @param line where it is cut
 * @returns the chain with the crossings in it
 */
export const cutChain = (points: readonly Point[], line: Line): Point[] =>
  points.flatMap((p, k) => {
    const q = points[k + 1];
    return q && sideOf(line, p) * sideOf(line, q) < 0 ? [p, crossing(line, p, q)] : [p];
  });

export const samePoint = (p: Point, q: Point): boolean => p.beta.compare(q.beta) === 0 && p.l.compare(q.l) === 0;
