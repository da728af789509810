import { COLUMNS } from "../experiments/sweep/columns.ts";
import { EVENTS, knownEvents } from "../experiments/sweep/events.ts";
import { mustBe } from "../setting/mustBe.ts";
import { knownMetrics } from "../sim/ownMetrics.ts";

/** Columns of a summary that are none of a run's, and what a moment has besides columns. */
const TAKEN = ["runs", "seeds", "failed", "featureLearning", "noiseMemorization", "metrics", "history"];

/**
 * Refuses a name that is no word, or that of something else: metrics, events and columns stand side by side in tables.
 *
 * @param kind what is named
 * @param name as given
 * @throws InputError
 */
export function mustBeFree(kind: "metric" | "event", name: unknown): void {
  const word = typeof name === "string" && /^[a-zA-Z][\w-]*$/.test(name);
  mustBe(
    word,
    `name of ${kind === "event" ? "an" : "a"} ${kind}`,
    "a letter, then letters, digits and hyphens",
    name,
    "correct it",
  );
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
