import { drawStart, startFromFile } from "../../src/data/start.ts";
import { type DynamicsResult, dynamics } from "../../src/dynamics/dynamics.ts";
import { mustBeFollowed } from "../../src/dynamics/mustBeFollowed.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Run } from "../../src/sim/run.ts";
import { type Result, simulation } from "../../src/sim/simulate.ts";
import type { Moment } from "../../src/sim/trajectory.ts";
import { methodOf } from "../choice/beside.ts";
import type { Choice } from "../choice/state.ts";
import { neuronSizes } from "./neuronSizes.ts";

/** What a training gives in the end. */
export type Outcome = Result | DynamicsResult;

/** A training leg by leg, as `simulation` and `dynamics` are. */
export type Legs = Generator<number, Outcome, boolean | undefined>;

/** Told of every recorded moment; of the network also its neurons. */
export type OnRecord = (moment: Moment, neurons?: Float64Array) => void;

/** Draws nothing before its first leg. */
function* network(run: Run, onRecord: OnRecord): Legs {
  const layers = networkOf(run.network, run.setting);
  const { examples } = run.start ? startFromFile(run.start) : drawStart(run.setting, layers, run.seed);
  return yield* simulation(run, {
    onRecord: (moment, weights) => onRecord(moment, neuronSizes(layers, weights, examples)),
  });
}

const inCoefficients = (method: string) =>
  function* (run: Run, onRecord: OnRecord): Legs {
    mustBeFollowed(run, method);
    return yield* dynamics({ ...run, method }, { onRecord });
  };

/** What can be trained here: the network, and whatever is laid over it. */
export type Level = "network" | Exclude<Choice["beside"], "none">;

/** The training of a level: exactly what `adamcheck simulate` and `adamcheck dynamics` run. */
export const levelOf = (level: Level) => (level === "network" ? network : inCoefficients(methodOf(level)));
