import { add } from "../../src/interval/add.ts";
import { type Interval, point } from "../../src/interval/interval.ts";
import { mul } from "../../src/interval/mul.ts";
import { convexHull } from "../../src/interval/sets.ts";
import type { Certificate } from "./certificate.ts";
import { encloserOf } from "./enclose.ts";
import type { BoxStatement } from "./statement.ts";

/** A variable's part: piece `at` of the 2^level equal ones of its range. */
interface Part {
  readonly at: number;
  readonly level: number;
}

type Cell = readonly Part[];

const halves = ({ at, level }: Part): readonly [Part, Part] => [
  { at: 2 * at, level: level + 1 },
  { at: 2 * at + 1, level: level + 1 },
];

/** Finer pieces are none of a proof that anybody re-checks. */
const DEEPEST = 40;

/**
 * Branch and bound: cuts a box into halves until enclosures decide every part.
 *
 * A part is done where the enclosures of all formulas are above 0. Else it is halved along the variable whose halves come nearest to it.
 *
 * @param statement about a box
 * @param most parts, at most
 * @returns the certificate; undefined where so many parts do not do, as for a statement that is false or has equality somewhere
 * Source: ours; Moore, Kearfott, Cloud, Introduction to Interval Analysis (2009), 5.3.
 */
export function coverOf({ name, box, above }: BoxStatement, most = 20_000): Certificate | undefined {
  const names = Object.keys(box);
  const ranges = Object.values(box);
  const enclosers = above.map((text) => encloserOf(text, names));
  const end = ([lo, hi]: readonly [number, number], share: number): Interval =>
    add(point(lo), mul(add(point(hi), point(-lo)), point(share)));
  const intervalOf = (k: number, { at, level }: Part): Interval => {
    const range = ranges[k] as readonly [number, number];
    return convexHull(end(range, at / 2 ** level), end(range, (at + 1) / 2 ** level));
  };
  /** The least lower end of the formulas on a cell. */
  const leastOn = (cell: Cell): number => {
    const at = Object.fromEntries(names.map((own, k) => [own, intervalOf(k, cell[k] as Part)]));
    return Math.min(...enclosers.map((encloser) => encloser(at).lo));
  };

  const done: Cell[] = [];
  const open: Cell[] = [names.map(() => ({ at: 0, level: 0 }))];
  for (let cell = open.pop(); cell; cell = open.pop()) {
    if (leastOn(cell) > 0) {
      done.push(cell);
      continue;
    }
    if (done.length + open.length >= most || cell.some(({ level }) => level >= DEEPEST)) return undefined;
    const cuts = cell.map((part, k) => halves(part).map((half) => (cell as Cell).with(k, half)));
    const gains = cuts.map((pair) => pair.reduce((sum, half) => sum + Math.min(0, leastOn(half)), 0));
    // Where nothing is gained, along the variable that was cut least.
    const best = gains.reduce((a, gain, k) => {
      const level = (at: number) => (cell as Cell)[at]?.level as number;
      const leads = gain > (gains[a] as number) || (gain === gains[a] && level(k) < level(a));
      return leads ? k : a;
    }, 0);
    open.push(...(cuts[best] as Cell[]));
  }
  const depth = Math.max(...done.flat().map(({ level }) => level));
  const leaves = done.map((cell) =>
    cell.flatMap(({ at, level }) => [at * 2 ** (depth - level), (at + 1) * 2 ** (depth - level)]),
  );
  return { statement: name, box, above, depth, leaves };
}
