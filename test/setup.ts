import { fc } from "@fast-check/vitest";
import { afterEach, beforeEach, vi } from "vitest";
import { OWN_DATA } from "../src/data/own.ts";
import { OWN_EVENTS } from "../src/experiments/sweep/events.ts";
import { OWN_ACTIVATIONS } from "../src/sim/activations/own.ts";
import { OWN_METRICS } from "../src/sim/ownMetrics.ts";
import { PASS_ENGINE } from "./helpers/pass.ts";

declare module "vitest" {
  interface TaskMeta {
    /** The pass that a test ran in: a JSON report names only its file. */
    engine?: string;
  }
}

/** The seed of every property: FC_SEED, which CI must give; 1 on a developer's machine. A failure prints the seed and the path to replay. */
function seedFromOutside(): number {
  const text = process.env.FC_SEED;
  if (text === undefined || text === "") {
    if (process.env.CI)
      throw new Error("FC_SEED must be an integer in CI, but is missing; run FC_SEED=$RANDOM npm test");
    return 1;
  }
  const seed = Number(text);
  if (!Number.isInteger(seed)) throw new Error(`FC_SEED must be an integer, but is ${text}; run FC_SEED=1 npm test`);
  return seed;
}

fc.configureGlobal({ seed: seedFromOutside() });

const CHANNELS = ["debug", "error", "info", "log", "trace", "warn"] as const;

beforeEach(({ task }) => {
  task.meta.engine = PASS_ENGINE;
  for (const channel of CHANNELS) {
    vi.spyOn(console, channel).mockImplementation((...words: unknown[]) => {
      throw new Error(`a test must be silent, but console.${channel} was called with ${words.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  // Test files share a process, and every run would record what one of them has defined.
  OWN_METRICS.forget();
  OWN_EVENTS.forget();
  OWN_ACTIVATIONS.forget();
  OWN_DATA.forget();
  vi.restoreAllMocks();
});
