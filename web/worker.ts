import { expose, transfer } from "comlink";
import { define } from "./own.ts";
import { newTrainer, type Tell, type Trainer } from "./trainer.ts";

const trainer = newTrainer();

/** Whether what runs may name is known: orders that come before are carried out after, in their order. */
let ready = Promise.resolve();

const worker = {
  define: (definitions: Parameters<typeof define>[0]) => {
    ready = define(definitions);
    return ready;
  },
  /** Its reports are handed over without a copy. */
  async begin(...[run, level, tell]: Parameters<Trainer["begin"]>) {
    await ready;
    const handOver: Tell = (report) => tell(transfer(report, [report.neurons.buffer as ArrayBuffer]));
    trainer.begin(run, level, handOver);
  },
  async play(recordsPerSecond: number) {
    await ready;
    await trainer.play(recordsPerSecond);
  },
  async step() {
    await ready;
    await trainer.step();
  },
  async pause() {
    await ready;
    trainer.pause();
  },
};

/** What a page sees of it. */
export type TrainerWorker = typeof worker;

expose(worker);
