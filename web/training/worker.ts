import { expose, transfer } from "comlink";
import { define } from "../choice/own.ts";
import { newMapper } from "../map/mapper.ts";
import { newTrainer, type Tell } from "./trainer.ts";

const trainer = newTrainer();
const mapper = newMapper();

/** One file for trainings and for maps: a page starts as many as it needs, so that no training waits for a map. */
const worker = {
  ...trainer,
  drawMap: mapper.draw,
  stopMap: mapper.stop,
  define,
  /** Its reports are handed over without a copy. */
  begin: (run: Parameters<typeof trainer.begin>[0], level: Parameters<typeof trainer.begin>[1], tell: Tell) =>
    trainer.begin(run, level, (report) => tell(transfer(report, [report.neurons.buffer as ArrayBuffer]))),
};

/** What a page sees of it. */
export type TrainerWorker = typeof worker;

expose(worker);
