import { type Command, Option } from "commander";
import type { CertifiedResult } from "../certified/certify.ts";
import type { DynamicsResult } from "../dynamics/dynamics.ts";
import { METHODS } from "../dynamics/reduce.ts";
import { parseDynamics } from "../dynamics/run.ts";
import { dynamics } from "../library/dynamics.ts";
import { certifiedText } from "../report/certifiedText.ts";
import { trajectoryText } from "../report/trajectoryText.ts";
import { InputError, show } from "../setting/inputError.ts";
import { type CertifyArguments, certified, mustSuit, QUESTION_LIST, withCertify } from "./certifyOptions.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { runFileCommand } from "./runFileCommand.ts";

const METHOD_LIST = METHODS.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join("\n");

const ABOUT = `
A run file of \`simulate\`, with one more key: "method": "auto" (default: the strongest exact one whose conditions hold on the start),
or one of

${METHOD_LIST}

d costs nothing here: it may be as large as 2^53 - 1. Test errors are judged on the same fresh examples as \`simulate\`'s, where
coordinates that no training example touches are replaced by a Gaussian number of their size.

Models beyond the papers' have recurrences, too: docs/guides/your-own-model.md says which part asks for which. Of real images SGD and GD are
followed, by the products of all training patches: docs/guides/images.md.

One thread trains: a step takes microseconds, too short for two to share. Several runs use several cores: \`adamcheck sweep --jobs\`.

With --certify every coefficient is enclosed at every record: by intervals of doubles, then of numbers with 20, 40, 80, ... digits from the start again,
until the questions of --until are decided; no fresh examples are judged. The doubles of the start and of the run mean themselves (lr = 5e-5 is the double next to it).

${QUESTION_LIST}

An optimizer that --load brings runs on the fast engine where it is one by formulas; one by a function runs on the plain one.`;

function words(result: DynamicsResult | CertifiedResult, width: number): string {
  if ("tried" in result) return certifiedText(result, width);
  const { name, about, unmet = [] } = result.method;
  const why = unmet.map(({ method, condition }) => `not ${method}: ${condition}\n`).join("");
  return `${trajectoryText(result, width)}\nmethod ${name}: ${about}\n${why}`;
}

interface Options extends CertifyArguments {
  readonly engine?: string;
  readonly checkpoint?: string;
  readonly checkpointEvery?: string;
  readonly threads: string;
  readonly saveCoefficients: boolean;
}

function mustBeOneThread(text: string): void {
  if (text !== "1")
    throw new InputError(
      `--threads must be 1 for dynamics, which trains in one, but is ${show(text)}; leave it out, or give several runs to sweep --jobs`,
    );
}

/** Arguments, options and action of `adamcheck dynamics`. */
export function dynamicsCommand(command: Command): void {
  command
    .option("--engine <name>", ENGINE_HELP)
    .option(
      "--save-coefficients",
      "keep the final coefficients, and SGD's signal-noise decomposition, in the result",
      false,
    )
    // Who knows it from `simulate` is told why there is none.
    .addOption(new Option("--threads <count>").default("1").hideHelp());
  withCertify(command);
  runFileCommand(command, {
    what: "result",
    keeps: true,
    help: {
      about: ABOUT,
      exits:
        "0 done, 1 the run diverged or (--certify) a question is open, 2 bad input, 130 interrupted (the result then holds the history so far)",
      examples: [
        "adamcheck dynamics examples/theorem.json",
        "adamcheck dynamics --preset tiny --certify --until features,margins",
      ],
    },
    parse: parseDynamics,
    async run(spec, options: Options, long): Promise<DynamicsResult | CertifiedResult> {
      const { engine, saveCoefficients, threads, checkpoint, checkpointEvery } = options;
      mustBeOneThread(threads);
      const kept = { "--checkpoint": checkpoint !== undefined, "--checkpoint-every": checkpointEvery !== undefined };
      mustSuit(options, { "--engine": engine !== undefined, "--save-coefficients": saveCoefficients, ...kept });
      if (options.certify) return certified(spec, options, long);
      const name = engineFrom(engine);
      return dynamics(spec, { saveCoefficients, ...(name && { engine: name }), ...long });
    },
    words,
  });
}
