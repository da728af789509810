import type { Network } from "../../setting/network.ts";
import { rankOf } from "../../statistics/quantile.ts";
import { nthSmallest } from "../../statistics/select.ts";
import type { Look, Sight } from "./sketch.ts";

/** The value at a rank, from 0, of a class's examples that may have it; all others are known to be below or above. */
export interface Place {
  readonly side: 0 | 1;
  readonly members: Int32Array;
  readonly rank: number;
}

/** What is not yet known of some examples. */
export interface Doubt {
  /** Whose margin may have either sign, ascending; and how many others are wrong. */
  readonly undecided: Int32Array;
  readonly wrong: number;
  readonly places: readonly Place[];
}

/** About where the value of every place is, and how far it may be from there. */
export interface Guess {
  readonly values: readonly number[];
  readonly far: number;
}

/** Nothing is known: the quantiles of class +1 at some shares, then those of class -1. */
export function newDoubt(count: number, shares: readonly number[]): Doubt {
  const members = new Int32Array(count).map((_, i) => i);
  const placesOf = (side: 0 | 1) => shares.map((share): Place => ({ side, members, rank: rankOf(share, count) }));
  return { undecided: members, wrong: 0, places: [...placesOf(0), ...placesOf(1)] };
}

/** The examples in any doubt, ascending. */
export function inDoubt({ undecided, places }: Doubt, count: number): Int32Array {
  const marks = new Uint8Array(count);
  for (let k = 0; k < undecided.length; k++) marks[undecided[k] as number] = 1;
  for (const { members } of places) for (let k = 0; k < members.length; k++) marks[members[k] as number] = 1;
  const chosen = new Int32Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) if (marks[i] === 1) chosen[end++] = i;
  return chosen.slice(0, end);
}

/** Where in `chosen` an example is. */
export function positionsIn(chosen: Int32Array, count: number): Int32Array {
  const positions = new Int32Array(count);
  for (let k = 0; k < chosen.length; k++) positions[chosen[k] as number] = k;
  return positions;
}

/** The members of a place with values in [low, high], and its rank among them. */
function within(place: Place, { sides, sift }: Look, positions: Int32Array, low: number, high: number): Place {
  const { side, members, rank } = place;
  if (sift && members.length === positions.length) {
    const { inside, below } = sift.within(side, low, high);
    return { side, members: inside, rank: rank - below };
  }
  const { largest } = sides[side];
  const left: number[] = [];
  let below = 0;
  for (let k = 0; k < members.length; k++) {
    const i = members[k] as number;
    const value = largest[positions[i] as number] as number;
    if (value < low) below++;
    else if (value <= high) left.push(i);
  }
  return { side, members: Int32Array.from(left), rank: rank - below };
}

/** Beyond twice the slack from the value that is about at a rank, no example can have that rank. */
function narrowed(
  place: Place,
  look: Look,
  positions: Int32Array,
): Place & { readonly low: number; readonly high: number } {
  const { members, rank } = place;
  const side = look.sides[place.side];
  const values = new Float32Array(members.length);
  for (let k = 0; k < values.length; k++) values[k] = side.largest[positions[members[k] as number] as number] as number;
  const about = nthSmallest(values, rank);
  const [low, high] = [about - 2.01 * look.slack, about + 2.01 * look.slack];
  return { ...within(place, look, positions, low, high), low, high };
}

/** The same, by way of the members near a guess, unless it was not good enough. */
function narrowPlace(place: Place, look: Look, positions: Int32Array, guess: number, far: number): Place {
  const near = within(place, look, positions, guess - far, guess + far);
  if (near.rank >= 0 && near.rank < near.members.length) {
    const { low, high, ...left } = narrowed(near, look, positions);
    if (low >= guess - far && high <= guess + far) return left;
  }
  const { side, members, rank } = narrowed(place, look, positions);
  return { side, members, rank };
}

/** The margins among some that may have either sign, and how many more of the others are wrong. */
function decide(
  labels: Int8Array,
  among: Int32Array,
  { sides: [plus, minus], sift }: Look,
  { fromFeature }: Pick<Sight, "fromFeature">,
  positions: Int32Array,
  slope: number,
  rounding: number,
): Omit<Doubt, "places"> {
  if (sift && among.length === positions.length) return sift.decide(slope, rounding);
  const [[plusOfPlus, minusOfPlus], [plusOfMinus, minusOfMinus]] = fromFeature;
  const left: number[] = [];
  let wrong = 0;
  for (let k = 0; k < among.length; k++) {
    const i = among[k] as number;
    const at = positions[i] as number;
    const isPlus = labels[i] === 1;
    const forPlus = isPlus ? plusOfPlus : plusOfMinus;
    const forMinus = isPlus ? minusOfPlus : minusOfMinus;
    const givenPlus = plus.given[at] as number;
    const givenMinus = minus.given[at] as number;
    const difference = forPlus - forMinus + (givenPlus - givenMinus);
    const error =
      slope * ((plus.slopes[at] as number) + (minus.slopes[at] as number)) +
      rounding * (givenPlus + givenMinus) +
      2 ** -40 * (forPlus + forMinus) +
      2 ** -90;
    if (!(Math.abs(difference) > error)) left.push(i);
    else if (difference < 0 === isPlus) wrong++;
  }
  return { undecided: Int32Array.from(left), wrong };
}

/**
 * What a look leaves in doubt.
 *
 * An example is in doubt whose margin is within its error of 0, or whose largest <w_r, xi> may be one of the quantiles. By the mean value theorem a
 * margin is off by  slack q sum_r (z_r+ + slack)^(q-1)  and the rounding of its sums.
 *
 * @param network whose look it is
 * @param labels [count]
 * @param doubt before
 * @param sight what the feature gives
 * @param look at the examples in doubt at least
 * @param positions where in the look an example is, [count]
 * @param guess where the values are: it saves time, and changes nothing
 * @returns the doubt after
 * Source: ours; docs/notes/sketch.md.
 */
export function narrow(
  { neurons, q }: Network,
  labels: Int8Array,
  doubt: Doubt,
  sight: Pick<Sight, "fromFeature">,
  look: Look,
  positions: Int32Array,
  guess?: Guess,
): Doubt {
  const rounding = (neurons + q + 16) * 2 ** -23;
  const { undecided, wrong } = decide(labels, doubt.undecided, look, sight, positions, 1.01 * look.slack * q, rounding);
  const places = doubt.places.map((place, k) =>
    guess
      ? narrowPlace(place, look, positions, guess.values[k] as number, guess.far)
      : narrowed(place, look, positions),
  );
  return { undecided, wrong: doubt.wrong + wrong, places };
}
