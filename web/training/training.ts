import { proxy, wrap } from "comlink";
import type { Run } from "../../src/sim/run.ts";
import { ownOptimizers } from "../choice/own.ts";
import type { Level } from "./levels.ts";
import { counterSignal } from "./neuronSizes.ts";
import type { Report } from "./trainer.ts";
import type { Watched } from "./watched.ts";
import type { TrainerWorker } from "./worker.ts";

/** A training in a worker of its own. */
export interface Training {
  /** All that it has told; a new object for every run. */
  readonly watched: Watched;
  begin(run: Run): Promise<void>;
  play(recordsPerSecond: number): void;
  step(): void;
  pause(): void;
}

const nothing = (): Watched => ({ history: [], neurons: [], done: 0, step: 0, spent: 0 });

function take(watched: Watched, { moments, neurons, done, step, spent, ended }: Report): void {
  const size = neurons.length / moments.length;
  moments.forEach((moment, k) => {
    const sizes = neurons.subarray(k * size, (k + 1) * size);
    if (size > 0) watched.neurons.push(sizes);
    watched.history.push(size > 0 ? { ...moment, counterSignal: counterSignal(sizes) } : moment);
  });
  Object.assign(watched, { done, step, spent, ...(ended && { ended }) });
}

/**
 * Starts a worker for trainings of one level.
 *
 * @param level what is trained
 * @param onReport called after every report
 * @param onFault called where the worker fails
 * @returns the training; nothing is trained before `begin`
 */
export function newTraining(level: Level, onReport: () => void, onFault: (message: string) => void): Training {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.onerror = ({ message }) => onFault(message);
  const trainer = wrap<TrainerWorker>(worker);
  const failed = (error: unknown) => onFault((error as Error).message);
  let watched = nothing();
  return {
    get watched() {
      return watched;
    },
    begin(run) {
      const mine = nothing();
      watched = mine;
      const tell = proxy(async (report: Report) => {
        if (watched !== mine) return;
        take(mine, report);
        onReport();
      });
      trainer.define(ownOptimizers()).catch(failed);
      return trainer.begin(run, level, tell).catch(failed);
    },
    play: (recordsPerSecond) => void trainer.play(recordsPerSecond).catch(failed),
    step: () => void trainer.step().catch(failed),
    pause: () => void trainer.pause().catch(failed),
  };
}
