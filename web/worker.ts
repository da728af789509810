import { expose, transfer } from "comlink";
import { newTrainer, type Tell } from "./trainer.ts";

const trainer = newTrainer();

/** The trainer, its reports handed over without a copy. */
expose({
  ...trainer,
  begin: (run: Parameters<typeof trainer.begin>[0], level: Parameters<typeof trainer.begin>[1], tell: Tell) =>
    trainer.begin(run, level, (report) => tell(transfer(report, [report.neurons.buffer as ArrayBuffer]))),
});
