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

const fitted = (history: readonly Moment[]) => history.find(({ trainError }) => trainError === 0)?.epoch;

/** Where the feature and fresh noise part for good: at the end it is above nearly all of it, below most of it, or neither. */
const PARTS = [
  { holds: above, label: "above 95% of fresh noise" },
  { holds: below, label: "below most fresh noise" },
] as const;
const partOf = (history: readonly Moment[], j: Class) =>
  PARTS.flatMap(({ holds, label }) => {
    const epoch = settled(history, holds(j))?.epoch;
    return epoch === undefined ? [] : [{ label, epoch }];
  })[0];

/** Letters of the two, of which the first always comes first where it comes at all. */
const FITTED = "a";
const partLetter = (history: readonly Moment[]) => (fitted(history) === undefined ? FITTED : "b");

/** The stages of a class, those of one epoch as one. */
export function stagesOf(history: readonly Moment[], j: Class): Stage[] {
  const letters = new Map<number, string[]>();
  const add = (letter: string, epoch: number | undefined) => {
    if (epoch !== undefined) letters.set(epoch, [...(letters.get(epoch) ?? []), letter]);
  };
  add(FITTED, fitted(history));
  add(partLetter(history), partOf(history, j)?.epoch);
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

/** "(epoch 60)", or one an epoch where the classes differ; undefined where none has one. */
function epochsText(classes: readonly Class[], epochOf: (j: Class) => number | undefined): string | undefined {
  const epochs = classes.map(epochOf);
  if (epochs.every((epoch) => epoch === undefined)) return undefined;
  const [first] = epochs;
  if (first !== undefined && epochs.every((epoch) => epoch === first)) return `(epoch ${numberText(first)})`;
  const each = classes.map((j, k) => `${j}: ${epochs[k] === undefined ? "never" : numberText(epochs[k])}`);
  return `(epoch ${each.join(", ")})`;
}

/** "feature above 95% of fresh noise from here on (epoch 60)", for every class that ends so. */
function partsText(history: readonly Moment[], classes: readonly Class[]): string {
  const parts = classes.flatMap((j) => ({ j, ...partOf(history, j) }));
  const labels = [...new Set(parts.flatMap(({ label }) => label ?? []))];
  const one = ([label]: readonly string[]) =>
    `feature ${label} from here on ${epochsText(classes, (j) => partOf(history, j)?.epoch)}`;
  const each = parts.flatMap(({ j, label, epoch }) =>
    label === undefined ? [] : [`${label} (class ${j}, epoch ${numberText(epoch as number)})`],
  );
  return labels.length === 1 ? one(labels) : `from here on the feature is ${each.join(", ")}`;
}

/**
 * Stages and flips with the epochs at which the data put them.
 *
 * @param history of a run
 * @param classes that are shown
 * @returns a key each
 */
export function stageKeys(history: readonly Moment[], classes: readonly Class[]): Key[] {
  const fit = fitted(history);
  const turns = epochsText(classes, (j) => flipOf(history, j)?.turns.epoch);
  const negative = epochsText(classes, (j) => flipOf(history, j)?.negative.epoch);
  const key = (letter: string, label: string): Key => ({ letter, label, colour: INK });
  return [
    ...(fit === undefined ? [] : [key(FITTED, `first record with training error 0 (epoch ${numberText(fit)})`)]),
    ...(classes.some((j) => partOf(history, j)) ? [key(partLetter(history), partsText(history, classes))] : []),
    ...(turns === undefined
      ? []
      : [
          { label: `the feature turns around ${turns}`, colour: INK, symbol: "circle", hollow: true },
          { label: `the feature has flipped: below 0 from here on ${negative}`, colour: INK, symbol: "circle" },
        ]),
  ];
}
