import type { Command } from "commander";
import type { DynamicsResult } from "../dynamics/dynamics.ts";
import { METHODS } from "../dynamics/reduce.ts";
import { parseDynamics } from "../dynamics/run.ts";
import { dynamics } from "../library/dynamics.ts";
import { trajectoryText } from "../report/trajectoryText.ts";
import { runFileCommand } from "./runFileCommand.ts";

const METHOD_LIST = METHODS.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join("\n");

const ABOUT = `
A run file of \`simulate\`, with one more key: "method": "auto" (default: the strongest exact one whose conditions hold on the start),
or one of

${METHOD_LIST}

d costs nothing here: it may be as large as 2^53 - 1. Test errors are judged on the same fresh examples as \`simulate\`'s, where
coordinates that no training example touches are replaced by a Gaussian number of their size.`;

function words(result: DynamicsResult, width: number): string {
  const { name, about, unmet = [] } = result.method;
  const why = unmet.map(({ method, condition }) => `not ${method}: ${condition}\n`).join("");
  return `${trajectoryText(result, width)}\nmethod ${name}: ${about}\n${why}`;
}

interface Options {
  readonly saveCoefficients: boolean;
}

/** Arguments, options and action of `adamcheck dynamics`. */
export function dynamicsCommand(command: Command): void {
  command.option(
    "--save-coefficients",
    "keep the final coefficients, and SGD's signal-noise decomposition, in the result",
    false,
  );
  runFileCommand(command, {
    what: "result",
    help: {
      about: ABOUT,
      exits: "0 done, 1 the run diverged, 2 bad input, 130 interrupted (the result then holds the history so far)",
      examples: ["adamcheck dynamics examples/theorem.json"],
    },
    parse: parseDynamics,
    run: (spec, { saveCoefficients }: Options, long) => dynamics(spec, { saveCoefficients, ...long }),
    words,
  });
}
