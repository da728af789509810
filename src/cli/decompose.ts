import type { Command } from "commander";
import { SIGNAL_BY, type SignalBy } from "../decomposition/directions.ts";
import { MEANS_OF, type MeansOf } from "../decomposition/follow.ts";
import { decompose } from "../library/decompose.ts";
import { decompositionText } from "../report/decompositionText.ts";
import { parseRun } from "../sim/run.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { runFileCommand } from "./runFileCommand.ts";

const ABOUT = `
On real data feature learning and noise memorization have no v and no xi. This trains as \`simulate\` does and measures both from the data alone: signal is the part of a class's weights along the mean of
its patches (from the middle of all classes), noise the part along what single training patches have beside it. The true coefficients of the synthetic model stand beside, with the
correlation over training: how far the measurement may be trusted.

--means-of training takes the means of the training set itself, as one has to without held-out data: they then contain the noise that is memorized.
--signal-by discriminants divides the differences of means by how patches scatter within a class, which turns them from directions in which all patches vary.

Images have no true coefficients: there the mean directions of the training images stand in the place of v, and all of a patch in that of xi.`;

interface Options {
  readonly meansOf?: string;
  readonly signalBy?: string;
  readonly engine?: string;
}

/** Arguments, options and action of `adamcheck decompose`. */
export function decomposeCommand(command: Command): void {
  command
    .option("--means-of <examples>", `where class means are taken: ${MEANS_OF.join(" or ")} (default: heldOut)`)
    .option("--signal-by <directions>", `what of them is signal: ${SIGNAL_BY.join(" or ")} (default: means)`)
    .option("--engine <name>", ENGINE_HELP);
  runFileCommand(command, {
    what: "result",
    help: {
      about: ABOUT,
      exits: "0 done, 1 the run diverged, 2 bad input, 130 interrupted (the result then holds the history so far)",
      examples: ["adamcheck decompose --preset tiny --optimizer sgd --lr 0.1 --epochs 50"],
    },
    parse: parseRun,
    async run(spec, { meansOf, signalBy, engine }: Options, long) {
      const name = engineFrom(engine);
      return decompose(spec, {
        ...(meansOf !== undefined && { meansOf: meansOf as MeansOf }),
        ...(signalBy !== undefined && { signalBy: signalBy as SignalBy }),
        ...(name && { engine: name }),
        ...long,
      });
    },
    words: decompositionText,
  });
}
