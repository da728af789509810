import type { Command } from "commander";
import { simulate } from "../library/simulate.ts";
import type { Optimizer } from "../optimizers/optimizer.ts";
import { MORE_OPTIMIZERS, OPTIMIZERS } from "../optimizers/registry.ts";
import { trajectoryText } from "../report/trajectoryText.ts";
import { aboutField } from "../setting/fields.ts";
import { InputError, show } from "../setting/inputError.ts";
import type { ModelKey } from "../setting/model.ts";
import { modelShape } from "../setting/modelShape.ts";
import { LOSSES } from "../sim/losses/registry.ts";
import { parseRun } from "../sim/run.ts";
import { NAMED } from "../sim/schedules/named.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { columns } from "./help.ts";
import { runFileCommand } from "./runFileCommand.ts";

const OPTIMIZER_LIST = OPTIMIZERS.map(
  ({ name, formula, source, adaptive }) =>
    `  ${name.padEnd(10)}${formula} (${source}${adaptive ? "; takes betas, eps" : ""})`,
).join("\n");

/** What an optimizer takes beside lr, weightDecay and convention, with its defaults. */
const takes = ({ own }: Optimizer): string => {
  const { betas, eps, parameters = {} } = own ?? {};
  const numbers = Object.entries(parameters).map(([name, { standard }]) => `${name} (${standard})`);
  return [
    ...(betas ? [`betas ([${betas.join(", ")}])`] : []),
    ...(eps !== undefined ? [`eps (${eps})`] : []),
    ...numbers,
  ].join(", ");
};

const MORE_LIST = columns(
  MORE_OPTIMIZERS.map((one) => [one.name, `${one.formula} (${one.source})${takes(one) && `; takes ${takes(one)}`}`]),
);

const MODEL_LIST = columns(
  (Object.keys(modelShape) as ModelKey[]).map((key) => {
    const { meaning, range } = aboutField(modelShape[key]);
    return [key, `${meaning}; ${range}`];
  }),
);

const ABOUT = `
A run file, complete:

  { "preset": "small",
    "optimizer": { "name": "adam", "lr": 0.0005, "weightDecay": 1e-5,
      "betas": [0.9, 0.999], "eps": 1e-8, "convention": "pytorch" },
    "batchSize": 2, "epochs": 100, "seed": 1,
    "testSize": 2000, "recordEvery": 10 }

Instead of "preset": "setting": {n, d, s, sigmaP, alpha, m, q, sigma0, labels, supports}. Optional: "network": "linear",
"start": {labels, noisePatches, weights}, "batches": [[indices], ...] in place of batchSize and epochs.

Beyond the papers' model "setting" may also have (see docs/guides/your-own-model.md; dynamics, thresholds and audit refuse them):
${MODEL_LIST}
and a run "loss": ${LOSSES.join(", ")}; "labelSmoothing": a number in [0, 1);
"lrSchedule", "batchSchedule": ${Object.keys(NAMED).join(", ")}, or a formula in t (step, from 1), T (steps in all), e (epochs
behind it), E (epochs in all), of batches in e and E; "warmup": epochs in which lr rises from 0.

"data", and an "activation" beside these, are those that --load brings (defineData, defineActivation).

Optimizers, besides those that --load brings:
${OPTIMIZER_LIST}

None of the papers has these; a name of theirs that --load brings goes before:
${MORE_LIST}`;

interface Options {
  readonly saveWeights: boolean;
  readonly engine?: string;
  readonly threads: string;
}

function threadsFrom(text: string): 1 | 2 {
  if (text === "1" || text === "2") return Number(text) as 1 | 2;
  throw new InputError(`--threads must be 1 or 2, but is ${show(text)}; correct it or leave it out`);
}

/** Arguments, options and action of `adamcheck simulate`. */
export function simulateCommand(command: Command): void {
  command
    .option("--engine <name>", ENGINE_HELP)
    .option(
      "--threads <count>",
      "1 or 2: train in two threads, the same bytes; pays where two cores are idle; three classes or more, and formulas of your own with a rate that changes, stay in one",
      "1",
    )
    .option("--save-weights", "keep the final weights in the result", false);
  runFileCommand(command, {
    what: "result",
    keeps: true,
    help: {
      about: ABOUT,
      exits: "0 done, 1 the run diverged, 2 bad input, 130 interrupted (the result then holds the history so far)",
      examples: ["adamcheck simulate examples/mini-batch.json --out mini.json --force"],
    },
    parse: parseRun,
    async run(spec, { saveWeights, engine, threads }: Options, long) {
      const name = engineFrom(engine);
      return simulate(spec, { saveWeights, ...(name && { engine: name }), threads: threadsFrom(threads), ...long });
    },
    words: (result, width) => trajectoryText(result, width),
  });
}
