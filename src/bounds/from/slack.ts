import { sub } from "../../interval/add.ts";
import type { Interval } from "../../interval/interval.ts";
import type { Expression } from "../order/formula.ts";
import { ratioLog } from "./enclosure.ts";
import type { Box, Meaning, Size } from "./size.ts";
import { sizeOn, valueOn } from "./sizeOn.ts";

/** left <= right, in any names. */
export interface Inequality {
  readonly left: Expression;
  readonly right: Expression;
  /** left < right. */
  readonly strict: boolean;
  readonly meaning: Meaning;
}

/** By how much an inequality holds over a box: log(right/left), and its slopes; or that it does, or does not, by the signs of its sides. */
export type Slack = boolean | { readonly log: Interval; readonly slopes: readonly Interval[] };

/** Undefined where a side, or its sign, is not certain. */
export function slackOn({ left, right, meaning }: Inequality, box: Box): Slack | undefined {
  const sizes = (at: Box) => {
    const both = [right, left].map((side) => sizeOn(side, at, meaning));
    return both.some((one) => one === undefined) ? undefined : (both as [Size, Size]);
  };
  const found = sizes(box);
  if (found === undefined) return undefined;
  const [greater, lesser] = found;
  if (greater.sign !== lesser.sign) return greater.sign === 1;
  const turned = (both: readonly [Size, Size] | undefined) => both && ([both[1], both[0]] as const);
  const positive = greater.sign === 1;
  const [x, y] = positive ? found : [lesser, greater];
  return {
    log: ratioLog(box, x, y, (at) => (positive ? sizes(at) : turned(sizes(at)))),
    slopes: x.slopes.map((slope, k) => sub(slope, y.slopes[k] as Interval)),
  };
}

/** Where a side may be of either sign, its value may tell. */
function byValue({ left, right, meaning, strict }: Inequality, box: Box): boolean | undefined {
  const [x, y] = [left, right].map((side) => valueOn(side, box, meaning)?.value);
  if (x === undefined || y === undefined) return undefined;
  if (strict ? x.hi < y.lo : x.hi <= y.lo) return true;
  return (strict ? x.lo >= y.hi : x.lo > y.hi) ? false : undefined;
}

/** A box with each symbol at its worst end where the slack is sure to rise or fall with it; undefined where there is none to move. */
function worstFace(box: Box, slopes: readonly Interval[]): Box | undefined {
  const face = box.map((at, k) => {
    const { lo, hi } = slopes[k] as Interval;
    const end = lo >= 0 ? at.lo : hi <= 0 ? at.hi : Number.NaN;
    return Number.isFinite(end) ? { lo: end, hi: end } : at;
  });
  return face.some((at, k) => at.lo !== box[k]?.lo || at.hi !== box[k]?.hi) ? face : undefined;
}

/**
 * Whether an inequality holds or fails all over a box.
 *
 * @param inequality in the box's symbols
 * @param box of their logarithms
 * @returns true where it surely holds, false where it surely fails, undefined where neither is proved
 * Source: ours; the box is cut down to faces on which the slack is least before it is enclosed again.
 */
export function certainly(inequality: Inequality, box: Box): boolean | undefined {
  const { strict } = inequality;
  let first = true;
  for (let face: Box | undefined = box; face !== undefined; first = false) {
    const slack = slackOn(inequality, face);
    if (slack === undefined) return first ? byValue(inequality, box) : undefined;
    if (typeof slack === "boolean") return first || slack ? slack : undefined;
    const { lo, hi } = slack.log;
    if (strict ? lo > 0 : lo >= 0) return true;
    if (first && (strict ? hi <= 0 : hi < 0)) return false;
    face = worstFace(face, slack.slopes);
  }
  return undefined;
}
