import { expose, transfer } from "comlink";
import { define } from "../choice/own.ts";
import { newMapper } from "../map/mapper.ts";
import type { enclosedText } from "../theory/enclosed/enclosedText.ts";
import { newTrainer, type Tell } from "./trainer.ts";

const trainer = newTrainer();
const mapper = newMapper();

/** One file for trainings, for maps and for enclosures of a training: a page starts as many as it needs, so that no training waits for a map. */
const worker = {
  ...trainer,
  drawMap: mapper.draw,
  stopMap: mapper.stop,
  define,
  /** What encloses is loaded when it is asked. */
  enclosedText: async (...given: Parameters<typeof enclosedText>) =>
    (await import("../theory/enclosed/enclosedText.ts")).enclosedText(...given),
  /** Its reports are handed over without a copy. */
  begin: (run: Parameters<typeof trainer.begin>[0], level: Parameters<typeof trainer.begin>[1], tell: Tell) =>
    trainer.begin(run, level, (report) => tell(transfer(report, [report.neurons.buffer as ArrayBuffer]))),
};

/** What a page sees of it. */
export type TrainerWorker = typeof worker;

expose(worker);
