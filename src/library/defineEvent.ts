import { OWN_EVENTS, type RunEvent } from "../experiments/sweep/events.ts";
import type { Trial } from "../experiments/sweep/trial.ts";
import { noteDefined } from "../optimizers/origin.ts";
import { mustKnowKeys } from "../setting/explain.ts";
import { InputError, show } from "../setting/inputError.ts";
import { isText, mustBe, mustReturn } from "../setting/mustBe.ts";
import { mustBeFree } from "./ownNames.ts";

/** Whether a run shows it, if that is what the user's function says. */
function judged({ name, holds }: RunEvent, trial: Trial): boolean {
  const what = `holds of event ${name}`;
  let shown: unknown;
  try {
    // A copy: other events judge the same run.
    shown = holds(structuredClone(trial));
  } catch (error) {
    const { message = String(error) } = error as Partial<Error>;
    throw new InputError(`${what} must judge every run, but failed with ${show(message)}; correct it`);
  }
  return mustReturn(typeof shown === "boolean", what, "true or false", shown as boolean);
}

/**
 * Something of your own that a finished run of a sweep shows or not: `summary` counts it, `phase --event NAME` draws where at least half of the
 * seeds show it. It is judged where it is asked, of what the journal has; no run is made anew for it.
 *
 * @param given name, a word that no column has; `about`, for tables; `holds`, a function of the run (config; final, its last moment; diverged and
 *   stopped where it ended early; recorded, what the plan's `record` keeps) that gives true or false
 * @returns the event
 * @throws InputError for a field that is missing or wrong, or a name that is taken; one sentence. When it is asked: where `holds` fails or gives
 *   neither true nor false
 * Source: ours.
 * @example
 * const coin = defineEvent({ name: "example-coin", about: "test error between 0.4 and 0.6", holds: ({ final }) => Math.abs(final.testError - 0.5) <= 0.1 })
 * coin.name // => "example-coin"
 */
export function defineEvent(given: RunEvent): RunEvent {
  mustBe(typeof given === "object" && given !== null, "an event", "an object", given, "give it a name, ...");
  const { name, about, holds } = given;
  mustBeFree("event", name);
  mustKnowKeys(given, `event ${name}`, ["name", "about", "holds"]);
  mustBe(isText(about), `about of event ${name}`, "a text", about, "say when a run shows it");
  mustBe(typeof holds === "function", `holds of event ${name}`, "a function", holds, "it says whether a run shows it");
  noteDefined(name, "event");
  const event: RunEvent = { name, about, holds: (trial) => judged({ name, about, holds }, trial) };
  OWN_EVENTS.add(event, JSON.stringify([about, String(holds)]));
  return event;
}
