import { ruled } from "../../setting/fields.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { advice } from "../../setting/nearest.ts";
import * as z from "../../setting/zod.ts";
import { MOST_TRIALS, type SequentialTest, sequentialTest } from "../../statistics/sequentialTest.ts";
import { knownEvents, type RunEvent } from "./events.ts";

/** When a combination of a plan needs no further seed: once it is decided whether at least half of all seeds show an event. */
export const untilSchema = z.strictObject({
  event: ruled<string>(
    "the name of an event, such as generalizes",
    { type: "string" },
    (value) => typeof value === "string",
  ),
  error: ruled<number>(
    "the chance of a wrong decision that is allowed, in (0, 0.5)",
    { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 0.5 },
    (value) => typeof value === "number" && value > 0 && value < 0.5,
  ),
});

/** What the seeds of a combination are to decide, and the chance of a wrong decision that is allowed. */
export type Until = z.output<typeof untilSchema>;

/** A plan, as far as its seeds go. */
interface Seeded {
  readonly seeds: readonly number[];
  readonly until?: Until;
}

/** The event that a plan's seeds are to decide. */
export function eventOf({ event: name }: Until): RunEvent {
  const known = knownEvents();
  const event = known.find((each) => each.name === name);
  if (event) return event;
  const names = known.map((each) => each.name);
  throw new InputError(`until.event must be one of ${names.join(", ")}, but is ${show(name)}; ${advice(name, names)}`);
}

/**
 * The test that ends the seeds of a combination.
 *
 * @param plan its seeds are the most that a combination gets
 * @returns the test; undefined where the plan has none, and all seeds are run
 * @throws InputError where so few seeds can decide nothing
 */
export function testOf({ seeds: { length: seeds }, until }: Seeded): SequentialTest | undefined {
  if (!until) return undefined;
  const { error } = until;
  if (2 ** -seeds <= error && seeds <= MOST_TRIALS) return sequentialTest(error, seeds);
  const least = Math.ceil(-Math.log2(error));
  throw new InputError(
    `seeds must be ${least} to ${MOST_TRIALS} where until.error is ${error} (${least} coins fall alike with chance 2^-${least}), but there are ${seeds}; change one of them`,
  );
}
