import { InputError } from "../../setting/inputError.ts";
import { canonical } from "../canonical.ts";
import type { Execute } from "../execute.ts";
import type { Job, OutcomeOf } from "../job.ts";
import { inSlots } from "../slots.ts";
import type { Attempt, Pool } from "../threadPool.ts";
import { ask } from "./ask.ts";
import { outsideOf } from "./outside.ts";
import { PROTOCOL, trainedFrom } from "./protocol.ts";
import type { Trainer } from "./trainer.ts";
import { trialOf } from "./trialOf.ts";

/** Refuses what a trainer gave whose files are not those any more that its results are kept under. */
function mustBeSame({ outside, files }: Trainer): void {
  if (canonical(outsideOf(outside.command, files)) === canonical(outside)) return;
  throw new InputError(
    "trainer must stay as it is while its runs are under way, but a file of it has changed; call sweep again, which runs all anew with it",
  );
}

/** Places in each of which a trainer's program runs, begun anew for every run. */
function openTrainers(trainer: Trainer): Pool {
  const stop = new AbortController();
  const metrics = trainer.metrics.map(({ name }) => name);
  return {
    async attempt<J extends Job>(job: J, { timeout }: Attempt) {
      if (job.kind !== "trial") throw new Error(`a trainer carries out runs of sweeps, not a job of kind ${job.kind}`);
      const { run, stop: rules } = job;
      const question = { protocol: PROTOCOL, ask: "train", run, stop: rules };
      const { printed, said } = await ask(trainer.outside.command, question, { timeout, signal: stop.signal });
      mustBeSame(trainer);
      try {
        return trialOf(job, trainedFrom(printed, run.epochs as number, metrics), trainer) as OutcomeOf<J>;
      } catch (error) {
        // Another run may go well: what this one printed is its own failure.
        throw new Error(`${(error as Error).message}${said}`);
      }
    },
    share: () => 0,
    async close() {
      stop.abort();
    },
  };
}

/**
 * A way to execute runs of sweeps: each by a program of a user's own, which is told the run on its standard input and gives the result on its standard output.
 *
 * @param trainer what runs
 * @returns how jobs are executed
 * @throws when called, InputError where the program cannot be started, or has changed since it was asked what it is
 */
export const inTrainer = (trainer: Trainer): Execute => inSlots(() => openTrainers(trainer));
