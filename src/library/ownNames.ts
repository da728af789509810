import { COLUMNS } from "../experiments/sweep/columns.ts";
import { EVENTS, knownEvents } from "../experiments/sweep/events.ts";
import type { Kind } from "../optimizers/origin.ts";
import { isWord } from "../setting/fields.ts";
import { mustBe } from "../setting/mustBe.ts";
import { knownMetrics } from "../sim/ownMetrics.ts";

/** Columns of a summary that are none of a run's, and what a moment has besides columns. */
const TAKEN = ["runs", "seeds", "failed", "featureLearning", "noiseMemorization", "metrics", "history"];

/**
 * Refuses a name that is no word.
 *
 * @param kind what is named
 * @param name as given
 * @throws InputError
 */
export const mustBeWord = (kind: Kind, name: unknown): void =>
  mustBe(
    isWord(name),
    `name of ${/^[aeo]/.test(kind) ? `an ${kind}` : kind === "data" ? kind : `a ${kind}`}`,
    "a letter, then letters, digits and hyphens",
    name,
    "correct it",
  );

/**
 * Refuses a name that is no word, or that of something else: metrics, events and columns stand side by side in tables.
 *
 * @param kind what is named
 * @param name as given
 * @throws InputError
 */
export function mustBeFree(kind: "metric" | "event", name: unknown): void {
  mustBeWord(kind, name);
  const ours = [...COLUMNS, ...EVENTS].map((one) => one.name);
  const theirs = (kind === "metric" ? knownEvents() : knownMetrics()).map((one) => one.name);
  const free = ![...ours, ...theirs, ...TAKEN].includes(name as string);
  mustBe(
    free,
    `name of ${kind === "event" ? "an" : "a"} ${kind}`,
    "one that no column, metric or event has",
    name,
    "choose another one",
  );
}
