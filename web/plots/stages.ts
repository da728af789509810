import type { PerClass } from "../../src/sim/trajectory.ts";
import type { Recorded } from "../training/recorded.ts";

export type Class = keyof PerClass;

/** What happened in the race of a class, where it happened. */
export interface Stage {
  readonly name: StageName;
  /** Beside its mark. */
  readonly label: string;
  /** Index of the first record of it. */
  readonly record: number;
  /** Where its mark stands. */
  readonly value: number;
  /** The curve that it is marked on. */
  readonly colour: "feature" | "noise";
}

interface Kind {
  readonly label: string;
  readonly colour: Stage["colour"];
  /** Its first record, undefined where it has not happened. */
  at(records: readonly Recorded[], j: Class): number | undefined;
  of(record: Recorded, j: Class): number | null;
}

/** A signal below this share of what it was, as all noise is, has faded. */
const FADED = 0.1;
/** A signal below this share of its largest has turned around. */
const TURNED = 0.9;

const signal = ({ featureLearning }: Recorded, j: Class) => featureLearning[j];

/** The first record from which on something holds to the last one, after one at which it did not; undefined where there is none. */
function since(records: readonly Recorded[], holds: (record: Recorded) => boolean): number | undefined {
  const last = records.findLastIndex((record) => !holds(record));
  return last < 0 || last === records.length - 1 ? undefined : last + 1;
}

/** Of a comparison of the signal with something else of the same record, which it does not hold of where there is none. */
const sinceSignal =
  (
    holds: (signal: number, other: number) => boolean,
    other: (record: Recorded, j: Class) => number | null | undefined,
  ) =>
  (records: readonly Recorded[], j: Class) =>
    since(records, (record) => {
      const against = other(record, j);
      return against !== null && against !== undefined && holds(signal(record, j), against);
    });

function turn(records: readonly Recorded[], j: Class): number | undefined {
  const signals = records.map((record) => signal(record, j));
  const most = Math.max(...signals);
  const at = signals.indexOf(most);
  return at > 0 && most > 0 && (signals.at(-1) as number) < TURNED * most ? at : undefined;
}

function fade(records: readonly Recorded[], j: Class): number | undefined {
  const [first] = records;
  const faded = (of: (record: Recorded) => number) =>
    since(records, (record) => Math.abs(of(record)) < FADED * of(first as Recorded));
  const signals = faded((record) => signal(record, j));
  const noises = faded(({ freshNoise }) => freshNoise?.high[j] ?? Number.POSITIVE_INFINITY);
  return signals === undefined || noises === undefined ? undefined : Math.max(signals, noises);
}

const below = (a: number, b: number) => a < b;
const above = (a: number, b: number) => a > b;

/** What may happen, in the order in which labels are joined. Adding one is one entry here. */
const KINDS = {
  fades: { label: "fades to 0", colour: "feature", at: fade, of: signal },
  turns: { label: "signal turns", colour: "feature", at: turn, of: signal },
  clear: {
    ...{ label: "above 95% of fresh noise", colour: "feature", of: signal },
    at: sinceSignal(above, ({ freshNoise }, j) => freshNoise?.high[j]),
  },
  drowned: {
    ...{ label: "under fresh noise", colour: "feature", of: signal },
    at: sinceSignal(below, ({ freshNoise }, j) => freshNoise?.median[j]),
  },
  countered: {
    ...{ label: "under the counter-signal", colour: "feature", of: signal },
    at: sinceSignal(below, ({ counterSignal }, j) => counterSignal?.[j]),
  },
  flipped: {
    ...{ label: "below 0", colour: "feature", of: signal },
    at: sinceSignal(below, () => 0),
  },
  outrun: {
    ...{ label: "all memorized noise outruns it", colour: "noise" },
    at: sinceSignal(below, ({ noiseMemorization }, j) => noiseMemorization.min[j]),
    of: ({ noiseMemorization }, j) => noiseMemorization.min[j],
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type StageName = keyof typeof KINDS;

/**
 * What has happened in the race of a class up to the last record: signal against fresh noise, the counter-signal and memorized noise.
 *
 * @param records of a training, from its start
 * @param j the class
 * @returns the stages, each at the first record from which on it holds; of a signal that fades no other one, since what is 0 races nothing
 */
export function stagesOf(records: readonly Recorded[], j: Class): Stage[] {
  const names = Object.keys(KINDS) as StageName[];
  const stages = names.flatMap((name): Stage[] => {
    const kind: Kind = KINDS[name];
    const record = kind.at(records, j);
    const value = record === undefined ? null : kind.of(records[record] as Recorded, j);
    return record === undefined || value === null
      ? []
      : [{ name, label: kind.label, colour: kind.colour, record, value }];
  });
  return stages[0]?.name === "fades" ? stages.slice(0, 1) : stages;
}
