import type { Moment } from "../../sim/trajectory.ts";
import { clopperPearson } from "../../statistics/clopperPearson.ts";
import { median } from "../../statistics/median.ts";
import { type MedianWithInterval, medianWithInterval } from "../../statistics/medianWithInterval.ts";
import { distanceBetween } from "../compareSolutions.ts";
import type { Cell } from "../sweep/column.ts";
import { knownEvents } from "../sweep/events.ts";
import type { Measure } from "./measures.ts";
import type { Pair } from "./pairing.ts";
import type { Ended } from "./side.ts";

/** Each of the two shares that a difference is made of is outside its interval with half the chance. */
const HALF = 0.975;

/** A measure of both sides at the end, and how far they were apart on the way. */
export interface Difference {
  /** Pairs in which both have it. */
  readonly pairs: number;
  /** Medians over these pairs. */
  readonly a: number;
  readonly b: number;
  /** Median of b - a, with its distribution-free interval where there are 2 to 1000 pairs. */
  readonly difference: MedianWithInterval;
  /** The largest |b - a| at a moment that both runs of a pair recorded, and its epoch; null where no moments were kept. */
  readonly furthest: { readonly distance: number; readonly epoch: number } | null;
}

/** How often an event holds in one, both or neither run of a pair. */
export interface Discord {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
  /** The share in b less that in a, and where the difference of the chances lies, at 95% or more. */
  readonly difference: { readonly share: number; readonly low: number; readonly high: number };
}

/** What came of the pairs with one value of everything that varies. */
export interface PairRow {
  readonly at: readonly Cell[];
  readonly pairs: number;
  readonly measures: Readonly<Record<string, Difference>>;
  readonly events: Readonly<Record<string, Discord>>;
  /** Medians over the pairs whose final weights were kept: |W_a - W_b|, the same over the larger norm, and the cosine. */
  readonly weights?: {
    readonly pairs: number;
    readonly distance: number;
    readonly relative: number;
    readonly cosine: number;
  };
}

/** A pair with the moments that both of it recorded, by their epoch. */
interface Matched extends Pair {
  readonly moments: readonly (readonly [Moment, Moment])[];
}

function matched(pair: Pair): Matched {
  const others = new Map((pair.b.history ?? []).map((moment) => [moment.epoch, moment]));
  const moments = (pair.a.history ?? []).flatMap((moment) => {
    const other = others.get(moment.epoch);
    return other ? [[moment, other] as const] : [];
  });
  return { ...pair, moments };
}

/** The largest difference over the moments of a pair. */
function furthestOf({ a, b, moments }: Matched, { of }: Measure): { distance: number; epoch: number } | undefined {
  let furthest: { distance: number; epoch: number } | undefined;
  for (const [moment, other] of moments) {
    const [one, two] = [of(moment, a), of(other, b)];
    if (one === undefined || two === undefined) continue;
    const distance = Math.abs(two - one);
    if (furthest === undefined || distance > furthest.distance) furthest = { distance, epoch: moment.epoch };
  }
  return furthest;
}

function differenceOf(pairs: readonly Matched[], measure: Measure): Difference | undefined {
  const ends = pairs.flatMap(({ a, b }) => {
    const [one, two] = [measure.of(a.trial.final, a), measure.of(b.trial.final, b)];
    return one === undefined || two === undefined ? [] : [[one, two] as const];
  });
  if (ends.length === 0) return undefined;
  const ways = pairs.flatMap((pair) => furthestOf(pair, measure) ?? []);
  const largest = Math.max(...ways.map(({ distance }) => distance));
  return {
    pairs: ends.length,
    a: median(ends.map(([one]) => one)),
    b: median(ends.map(([, two]) => two)),
    difference: medianWithInterval(ends.map(([one, two]) => two - one)),
    furthest: ways.find(({ distance }) => distance === largest) ?? null,
  };
}

/**
 * How often an event holds in one, both or neither run of a pair.
 *
 * P(B) - P(A) = P(B without A) - P(A without B), each of the two in its exact interval of 97.5%
 *
 * @param pairs one or more, of different seeds
 * @param holds the event
 * @returns counts, and the difference with an interval of at least 95%
 * Source: ours; Clopper and Pearson, with Bonferroni's inequality.
 */
export function discordOf(pairs: readonly Pair[], holds: (run: Ended) => boolean): Discord {
  const seen = pairs.map(({ a, b }) => [holds(a), holds(b)] as const);
  const count = (a: boolean, b: boolean) => seen.filter(([one, two]) => one === a && two === b).length;
  const [onlyA, onlyB] = [count(true, false), count(false, true)];
  const [less, more] = [onlyA, onlyB].map((hits) => clopperPearson(hits, pairs.length, HALF)) as [
    ReturnType<typeof clopperPearson>,
    ReturnType<typeof clopperPearson>,
  ];
  return {
    ...{ both: count(true, true), onlyA, onlyB, neither: count(false, false) },
    difference: { share: (onlyB - onlyA) / pairs.length, low: more.low - less.high, high: more.high - less.low },
  };
}

function weightsOf(pairs: readonly Pair[]): PairRow["weights"] {
  const distances = pairs.flatMap(({ a, b }) =>
    a.weights && b.weights?.length === a.weights.length ? [distanceBetween(a.weights, b.weights, 0)] : [],
  );
  if (distances.length === 0) return undefined;
  const middle = (name: "distance" | "relative" | "cosine") => median(distances.map((one) => one[name]));
  return {
    pairs: distances.length,
    distance: middle("distance"),
    relative: middle("relative"),
    cosine: middle("cosine"),
  };
}

/**
 * What came of pairs.
 *
 * @param pairs one or more, of different seeds
 * @param measures what they are compared in
 * @returns differences with intervals, events, distances of weights
 * Source: ours; the intervals are `medianWithInterval`'s and those of `discordOf`.
 */
export function pairRow(pairs: readonly Pair[], measures: readonly Measure[]): PairRow {
  const weights = weightsOf(pairs);
  const told = pairs.map(matched);
  return {
    at: pairs[0]?.at ?? [],
    pairs: pairs.length,
    measures: Object.fromEntries(
      measures.flatMap((measure) => {
        const found = differenceOf(told, measure);
        return found ? [[measure.name, found]] : [];
      }),
    ),
    events: Object.fromEntries(
      knownEvents().map(({ name, holds }) => [name, discordOf(pairs, ({ trial }) => holds(trial))]),
    ),
    ...(weights && { weights }),
  };
}
