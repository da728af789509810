import type { Run } from "../../src/sim/run.ts";
import type { Divergence } from "../../src/sim/trajectory.ts";
import { FIELDS } from "../choice/fields.ts";
import type { Choice } from "../choice/state.ts";
import { sentence } from "../page/sentence.ts";
import { outcomeOf, refusalOf, type Watched } from "./watched.ts";

/** A field whose number its rule allows and the engine cannot use. */
export interface Fault {
  readonly name: keyof Choice;
  readonly sentence: string;
}

/** A normalized step of this moves a weight from nothing to all that is learnt: above it, the learning rate is the cause whatever the decay does. */
const LARGE_LR = 1;

/** Which field is the reason that numbers grew without bound. */
const causeOf = ({ optimizer: { lr, weightDecay } }: Run): "lr" | "weightDecay" =>
  lr <= LARGE_LR && lr * weightDecay > 1 ? "weightDecay" : "lr";

/** Of a start whose numbers are not finite: the largest size that it is made of. */
function causeOfStart({ start, setting }: Run): "start" | "sigma0" | "sigmaP" | "alpha" {
  if (start) return "start";
  return (["sigma0", "sigmaP", "alpha"] as const).reduce((most, name) => (setting[name] > setting[most] ? name : most));
}

const must = (name: "lr" | "weightDecay" | "sigma0" | "sigmaP" | "alpha", value: number, found: string) => {
  const { label, symbol } = FIELDS[name];
  return `${label} ${symbol} must leave every number finite, but ${value} does not (${found}); lower it`;
};

/** Why a run left the finite numbers. */
export const divergedText = (run: Run, { metric, step }: Divergence): string =>
  must(causeOf(run), run.optimizer[causeOf(run)], `${metric} at step ${step}`);

/**
 * What the engine could not use of a run, at its field.
 *
 * @param run what was to be trained
 * @param network as far as it came
 * @returns the field and one sentence; undefined where nothing is wrong, or nothing has been heard yet
 * Source: ours. Results have an advice of their own.
 */
export function faultOf(run: Run, network: Watched): Fault | undefined {
  const refused = refusalOf(network);
  if (refused !== undefined) {
    const name = causeOfStart(run);
    const text = name === "start" ? refused : must(name, run.setting[name], "at the start");
    return { name, sentence: `${sentence(text)}.` };
  }
  const diverged = outcomeOf(network)?.diverged;
  return diverged && { name: causeOf(run), sentence: `${sentence(divergedText(run, diverged))}.` };
}
