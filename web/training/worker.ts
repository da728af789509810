import { expose, transfer } from "comlink";
import { define } from "../choice/own.ts";
import { newTrainer, type Tell } from "./trainer.ts";

const trainer = newTrainer();

const worker = {
  ...trainer,
  define,
  /** Its reports are handed over without a copy. */
  begin: (run: Parameters<typeof trainer.begin>[0], level: Parameters<typeof trainer.begin>[1], tell: Tell) =>
    trainer.begin(run, level, (report) => tell(transfer(report, [report.neurons.buffer as ArrayBuffer]))),
};

/** What a page sees of it. */
export type TrainerWorker = typeof worker;

expose(worker);
