import type { Command } from "commander";
import { margins } from "../library/margins.ts";
import { largestText, marginsData, marginsTable, marginsText } from "../report/marginsText.ts";
import { toCsv, toMarkdown } from "../report/table.ts";
import { parseRun } from "../sim/run.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { runFileCommand } from "./runFileCommand.ts";

const ABOUT = `
Theorems on implicit bias say in which norm a training makes the margin of its training set as large as can be: l2 for gradient descent, l_inf for
Adam and signs. This trains as \`simulate\` does and gives, at every record, the least margin over |W|^L (L: the degree of the network), and how far the
weights are off the course of each norm's largest margin. With decoupled decay: how far from the best within |w| <= 1/lambda. --save-weights keeps the gradient, too.

--format csv has every record, with every digit; the table of text and md at most twelve. What --largest finds is in every format but csv.

--largest finds the largest margins of the linear network ("network": "linear"), as two numbers that they are proved to lie between.`;

interface Options {
  readonly saveWeights: boolean;
  readonly largest: boolean;
  readonly engine?: string;
}

/** Arguments, options and action of `adamcheck margins`. */
export function marginsCommand(command: Command): void {
  command
    .option("--engine <name>", ENGINE_HELP)
    .option("--save-weights", "keep the final weights, and the gradient there, in the result", false)
    .option(
      "--largest",
      "of the linear network: the largest margins that there can be (needs the package highs)",
      false,
    );
  runFileCommand(command, {
    what: "result",
    help: {
      about: ABOUT,
      exits: "0 done, 1 the run diverged, 2 bad input, 130 interrupted (the result then holds the history so far)",
      examples: [
        "adamcheck margins --preset tiny --optimizer sgd --lr 0.1 --epochs 50",
        "adamcheck margins --preset tiny --optimizer sgd --lr 0.1 --format csv",
      ],
    },
    parse: parseRun,
    async run(spec, { saveWeights, largest, engine }: Options, long) {
      const name = engineFrom(engine);
      return margins(spec, { saveWeights, largest, ...(name && { engine: name }), ...long });
    },
    words: marginsText,
    formats: {
      md: (result) => `${[toMarkdown(marginsTable(result)), ...largestText(result)].join("\n\n")}\n`,
      csv: (result) => `${toCsv(marginsData(result))}\n`,
    },
  });
}
