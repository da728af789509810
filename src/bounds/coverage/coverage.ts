import { Fraction } from "../../algebra/mathjs.ts";
import { InputError } from "../../setting/inputError.ts";
import { hypothesisNamed } from "../hypotheses/hypotheses.ts";
import { assumedBy, THEOREMS, type Theorem } from "../hypotheses/theorems.ts";
import { decide } from "../order/decide.ts";
import { familyScaling } from "../order/familyScaling.ts";
import { orderOf } from "../order/orderOf.ts";
import { both, either, NOWHERE, type Region, regionText, simplify, tidied } from "../order/region.ts";
import type { Scaling } from "../order/scaling.ts";
import { centre, contains, cut, cutChain, type Line, lineOf, type Point, samePoint, sideOf } from "./plane.ts";

/** A corner as people and programs read it. */
export interface Corner {
  readonly beta: number;
  readonly l: number;
}

/** A part of the plane where the same theorems apply. */
export interface Part {
  readonly corners: readonly Corner[];
  /** Ids of the theorems whose hypotheses all hold; several overlap, none leaves it uncovered. */
  readonly theorems: readonly string[];
}

/** Which theorems about one optimizer cover which batch sizes and weight decays. */
export interface Coverage {
  readonly optimizer: string;
  /** Where each theorem's hypotheses hold, as inequalities. */
  readonly regions: readonly { readonly theorem: string; readonly name: string; readonly region: string }[];
  /** Convex polygons with an interior that fill the map. */
  readonly parts: readonly Part[];
  /** Segments where a theorem applies that does on neither side of them. */
  readonly edges: readonly Part[];
}

/** The plane that is drawn. */
export interface CoverageInput {
  /** "6", "13/2" */
  readonly D: string;
  readonly q: string;
  /** The largest l that is drawn; where the last theorem's bound lies, and one more, unless given. */
  readonly most?: number;
}

function regionOf(theorem: Theorem, scaling: Scaling): Region {
  const assumed = assumedBy(theorem).map(hypothesisNamed);
  return simplify(
    both(
      ...assumed
        .filter(({ constants }) => !constants)
        .map(({ anyOf }) =>
          either(
            ...anyOf.map(
              ({ left, relation, right }) => decide(orderOf(left, scaling), relation, orderOf(right, scaling)).region,
            ),
          ),
        ),
    ),
  );
}

const linesOf = (regions: readonly Region[]): Line[] =>
  regions.flat(2).flatMap(({ left }) => {
    const line = lineOf(left);
    return line ? [line] : [];
  });

const cornerOf = ({ beta, l }: Point): Corner => ({ beta: beta.valueOf(), l: l.valueOf() });

/** Theorems that hold on the pieces of a line but on neither side of it; neighbouring pieces with the same ones are one. */
function edgesOn(
  line: Line,
  polygons: readonly Point[][],
  namesAt: (point: Point) => string[],
  lines: readonly Line[],
): Part[] {
  const on = polygons.flat().filter((point) => sideOf(line, point) === 0);
  const along = (p: Point, q: Point) => p.beta.compare(q.beta) || p.l.compare(q.l);
  const ends = [...on].sort(along);
  if (ends.length < 2) return [];
  const chain = lines.reduce<Point[]>(
    (points, other) => cutChain(points, other),
    [ends[0] as Point, ends.at(-1) as Point],
  );
  const pieces: { from: Point; to: Point; names: string[] }[] = [];
  for (let k = 1; k < chain.length; k++) {
    const [from, to] = [chain[k - 1], chain[k]] as [Point, Point];
    const middle = centre([from, to]);
    const beside = polygons
      .filter((polygon) => touches(polygon, line, middle))
      .flatMap((polygon) => namesAt(centre(polygon)));
    const names = namesAt(middle).filter((name) => !beside.includes(name));
    const last = pieces.at(-1);
    if (last && samePoint(last.to, from) && last.names.join() === names.join()) last.to = to;
    else pieces.push({ from, to, names });
  }
  return pieces
    .filter(({ names }) => names.length > 0)
    .map(({ from, to, names }) => ({ corners: [from, to].map(cornerOf), theorems: names }));
}

/** Whether a point of a line lies between two corners of a polygon that are on that line. */
function touches(polygon: readonly Point[], line: Line, point: Point): boolean {
  const on = polygon.filter((corner) => sideOf(line, corner) === 0);
  const between = (key: keyof Point) =>
    on.some((p) => p[key].compare(point[key]) <= 0) && on.some((p) => p[key].compare(point[key]) >= 0);
  return on.length >= 2 && between("beta") && between("l");
}

const sameLine = (a: Line, b: Line) =>
  a.beta.mul(b.l).compare(a.l.mul(b.beta)) === 0 &&
  a.beta.mul(b.constant).compare(a.constant.mul(b.beta)) === 0 &&
  a.l.mul(b.constant).compare(a.constant.mul(b.l)) === 0;

/**
 * Which theorems about whole runs cover which (beta, l), B = n^beta, lambda = n^-l, under the scaling family.
 *
 * Every hypothesis is a half-plane there once D and q are numbers; the plane 0 <= beta <= 1, 0 <= l <= most is cut along all their borders, and
 * in each part, border piece by border piece, the theorems that apply are found at a point inside, exactly.
 *
 * @param input D and q as rationals, and the largest l
 * @returns one map for each optimizer that theorems are about, borders included where they matter
 * @throws InputError for D or q out of range, or most not in (0, 10^6]
 * Source: ours; theorems and hypotheses as in `THEOREMS`.
 */
export function coverage({ D, q, most }: CoverageInput): Coverage[] {
  const scaling = familyScaling({ D, q });
  const wholes = THEOREMS.filter(({ outcome, networks }) => outcome && networks.includes("cnn"));
  const known = wholes.map((theorem) => ({ theorem, region: regionOf(theorem, scaling) }));
  const borders = linesOf(known.map(({ region }) => region));
  const heights = borders.flatMap(({ beta, l, constant }) =>
    l.compare(0) === 0 ? [] : [0, 1].map((at) => -(beta.valueOf() * at + constant.valueOf()) / l.valueOf()),
  );
  if (most !== undefined && !(most > 0 && most <= 1e6)) {
    throw new InputError(`most must be a number above 0, at most 1e6, but is ${most}; change it`);
  }
  const top = most ?? Math.ceil(Math.max(0, ...heights)) + 1;
  const box = [
    [0, 0],
    [1, 0],
    [1, top],
    [0, top],
  ].map(([beta, l]) => ({ beta: new Fraction(beta as number), l: new Fraction(l as number) }));
  return [...new Set(wholes.flatMap(({ optimizers }) => optimizers))].map((optimizer) => {
    const own = known.filter(({ theorem }) => theorem.optimizers.includes(optimizer));
    const namesAt = (point: Point) =>
      own.filter(({ region }) => contains(region, point)).map(({ theorem }) => theorem.id);
    const lines = linesOf(own.map(({ region }) => region)).filter(
      (line, k, all) => all.findIndex((other) => sameLine(line, other)) === k,
    );
    const polygons = lines.reduce<Point[][]>((parts, line) => parts.flatMap((part) => cut(part, line)), [box]);
    return {
      optimizer,
      regions: own.map(({ theorem, region }) => ({
        theorem: theorem.id,
        name: theorem.name,
        region: region === NOWHERE ? "nowhere" : regionText(tidied(region)),
      })),
      parts: polygons.map((polygon) => ({ corners: polygon.map(cornerOf), theorems: namesAt(centre(polygon)) })),
      edges: lines.flatMap((line) => edgesOn(line, polygons, namesAt, lines)),
    };
  });
}
