import { flipRace } from "../bounds/thresholds/feature/flipRace.ts";
import type { Trial } from "../experiments/sweep/trial.ts";
import { FEW, MOST, type Predicted } from "./study.ts";

/** What a run says of itself. */
type Config = Trial["config"];

/** The race of a run; that of the sign recurrence is of signs, whatever the optimizer. */
function raceFound({ method, optimizer, setting, batchSize = setting.n }: Config) {
  const asked = method === "sign" ? { ...optimizer, name: "signsgdw" } : optimizer;
  return flipRace({ setting, optimizer: asked, batchSize });
}

/**
 * How the feature stands against the noise: above 1 it wins the race, below it flips.
 *
 * @param config of a run with disjoint supports, batches that divide n, and decay without a part
 * @returns the quotient of `flipRace`; undefined where the optimizer has no G
 * Source: ours, docs/notes/one-boundary.md.
 */
export const raceOf = (config: Config): number | undefined => raceFound(config)?.ratio;

/**
 * What the race says of how many seeds learn.
 *
 * @param config as `raceOf`
 * @returns most, few, or undefined within a factor 2 of the boundary
 * Source: ours, docs/notes/one-boundary.md.
 */
export function learnersBy(config: Config): Predicted | undefined {
  const said = raceFound(config)?.says;
  return said === "learns" ? MOST : said === "flips" ? FEW : undefined;
}
