import type { Moment } from "../../../sim/trajectory.ts";
import { INK } from "../palette.ts";
import type { Key } from "../sheet/legend.ts";
import { numberText } from "../sheet/words.ts";

export const CLASSES = ["+1", "-1"] as const;
export type Class = (typeof CLASSES)[number];

/** A moment that a figure marks. */
export interface Stage {
  readonly letter: string;
  readonly epoch: number;
}

/** The first moment from which on something holds to the end; undefined where it does not hold at the end. */
function settled(history: readonly Moment[], holds: (moment: Moment) => boolean): Moment | undefined {
  const last = history.findLastIndex((moment) => !holds(moment));
  return history[last + 1];
}

/** False of results that do not have it. */
const above =
  (j: Class) =>
  ({ featureLearning, freshNoise }: Moment) =>
    freshNoise !== undefined && featureLearning[j] > freshNoise.high[j];
const below =
  (j: Class) =>
  ({ featureLearning, freshNoise }: Moment) =>
    freshNoise !== undefined && featureLearning[j] < freshNoise.median[j];

const STAGES = [
  {
    letter: "a",
    label: "first record with training error 0",
    of: (history: readonly Moment[]) => history.find(({ trainError }) => trainError === 0)?.epoch,
  },
  {
    letter: "b",
    label: "feature above 95% of fresh noise from here on",
    of: (history: readonly Moment[], j: Class) => settled(history, above(j))?.epoch,
  },
  {
    letter: "c",
    label: "feature below most fresh noise from here on",
    of: (history: readonly Moment[], j: Class) => settled(history, below(j))?.epoch,
  },
] as const;

/** The stages of a class, those of one epoch as one. */
export function stagesOf(history: readonly Moment[], j: Class): Stage[] {
  const letters = new Map<number, string[]>();
  for (const { letter, of } of STAGES) {
    const epoch = of(history, j);
    if (epoch !== undefined) letters.set(epoch, [...(letters.get(epoch) ?? []), letter]);
  }
  return [...letters].map(([epoch, all]) => ({ letter: all.join(", "), epoch }));
}

/** Where feature learning turns around, and from where on it is negative: only of a feature that was learnt, and ends reversed. */
export interface Flip {
  readonly turns: Moment;
  readonly negative: Moment;
}

/**
 * The flip of a class' feature.
 *
 * @param history at least one moment
 * @param j the class
 * @returns undefined where the feature never rose above where it began, or does not end below 0
 */
export function flipOf(history: readonly Moment[], j: Class): Flip | undefined {
  const of = ({ featureLearning }: Moment) => featureLearning[j];
  const negative = settled(history, (moment) => of(moment) < 0);
  const turns = history.reduce((most, moment) => (of(moment) > of(most) ? moment : most));
  return negative && turns !== history[0] && of(turns) > 0 ? { turns, negative } : undefined;
}

/** "(epoch 60)", or one an epoch where the classes differ; undefined where neither has one. */
function epochsText(epochOf: (j: Class) => number | undefined): string | undefined {
  const epochs = CLASSES.map(epochOf);
  if (epochs.every((epoch) => epoch === undefined)) return undefined;
  const each = CLASSES.map((j, k) => `${j}: ${epochs[k] === undefined ? "never" : numberText(epochs[k])}`).join(", ");
  return `(epoch ${epochs[0] === epochs[1] ? numberText(epochs[0] as number) : each})`;
}

/** Stages and flips with the epochs at which the data put them. */
export function stageKeys(history: readonly Moment[]): Key[] {
  const stages = STAGES.flatMap(({ letter, label, of }): Key[] => {
    const when = epochsText((j) => of(history, j));
    return when === undefined ? [] : [{ letter, label: `${label} ${when}`, colour: INK }];
  });
  const turns = epochsText((j) => flipOf(history, j)?.turns.epoch);
  const negative = epochsText((j) => flipOf(history, j)?.negative.epoch);
  return turns === undefined
    ? stages
    : [
        ...stages,
        { label: `the feature turns around ${turns}`, colour: INK, symbol: "circle", hollow: true },
        { label: `the feature has flipped: below 0 from here on ${negative}`, colour: INK, symbol: "circle" },
      ];
}
