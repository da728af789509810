import { type Certificate, certificateOf, type Evidence } from "./certificate.ts";
import type { Condition } from "./condition.ts";
import { withPowers } from "./powers.ts";
import { search } from "./search.ts";

/** Hypotheses that cannot hold together, by their places, and why. */
export interface Contradiction {
  readonly places: readonly number[];
  /** Whether no fewer contradict each other; else none of them can be left out, but others may be fewer. Undefined where that was not looked at. */
  readonly smallest: boolean | undefined;
  /** What is known of logs that the certificate uses. */
  readonly facts: Evidence["facts"];
  readonly certificate: Certificate;
}

/** More subsets than these take too long. */
const MOST_SUBSETS = 300;

const refuted = (given: readonly Condition[], places: readonly number[]) => {
  const found = search({
    kind: "all",
    of: withPowers(
      places.map((place) => given[place] as Condition),
      [],
    ),
  });
  return found.kind === "refuted" ? found.refutation : undefined;
};

/** Subsets of so many. */
function* subsets(places: readonly number[], size: number): Generator<number[]> {
  if (size === 0) return void (yield []);
  for (const [k, first] of places.entries()) {
    for (const rest of subsets(places.slice(k + 1), size - 1)) yield [first, ...rest];
  }
}

/**
 * A smallest set of hypotheses that contradict each other.
 *
 * @param given all hypotheses
 * @returns undefined where a scaling meets all of them
 * @throws InputError where there are too many cases
 * Source: ours; by deletion, then by trying all that are smaller while these are few.
 */
export function contradictionIn(given: readonly Condition[]): Contradiction | undefined {
  const all = given.map((_, place) => place);
  if (refuted(given, all) === undefined) return undefined;
  let places = all;
  for (const place of all) {
    const fewer = places.filter((other) => other !== place);
    if (refuted(given, fewer)) places = fewer;
  }
  let tried = 0;
  for (let size = 1; size < places.length && tried < MOST_SUBSETS; size++) {
    for (const fewer of subsets(all, size)) {
      if (++tried > MOST_SUBSETS) break;
      if (refuted(given, fewer)) places = fewer;
      if (places === fewer) break;
    }
  }
  const refutation = refuted(given, places);
  return {
    places,
    smallest: tried <= MOST_SUBSETS,
    facts: [],
    certificate: certificateOf(refutation as NonNullable<typeof refutation>),
  };
}
