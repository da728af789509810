import { type Command, Option } from "commander";
import { ARITHMETIC_NAMES, ARITHMETICS } from "../certified/arithmetics.ts";
import { type CertifiedResult, FEWEST_DIGITS, MOST_DIGITS } from "../certified/certify.ts";
import { QUESTION_NAMES, QUESTIONS } from "../certified/questions.ts";
import type { DynamicsResult } from "../dynamics/dynamics.ts";
import { METHODS } from "../dynamics/reduce.ts";
import { parseDynamics } from "../dynamics/run.ts";
import { certify } from "../library/certify.ts";
import { dynamics } from "../library/dynamics.ts";
import { byName } from "../library/options.ts";
import { certifiedText } from "../report/certifiedText.ts";
import { trajectoryText } from "../report/trajectoryText.ts";
import { InputError, show } from "../setting/inputError.ts";
import type { RunFile } from "../sim/runFile.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import type { Long } from "./interruptible.ts";
import { integerFrom } from "./numbers.ts";
import { complain } from "./output.ts";
import { runFileCommand } from "./runFileCommand.ts";

const METHOD_LIST = METHODS.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join("\n");

const QUESTION_LIST = QUESTION_NAMES.map((name) => `  ${name.padEnd(12)}${QUESTIONS[name].about}`).join("\n");

const ABOUT = `
A run file of \`simulate\`, with one more key: "method": "auto" (default: the strongest exact one whose conditions hold on the start),
or one of

${METHOD_LIST}

d costs nothing here: it may be as large as 2^53 - 1. Test errors are judged on the same fresh examples as \`simulate\`'s, where
coordinates that no training example touches are replaced by a Gaussian number of their size.

Models beyond the papers' have recurrences, too: docs/guides/your-own-model.md says which part asks for which.

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

const wordIn = <T extends string>(option: string, names: readonly T[], name: string): T =>
  byName(option, Object.fromEntries(names.map((one) => [one, one])) as Record<string, T>, name);

interface Options {
  readonly engine?: string;
  readonly threads: string;
  readonly saveCoefficients: boolean;
  readonly certify: boolean;
  readonly arithmetic?: string;
  readonly digits?: string;
  readonly until?: string;
  readonly throughout: boolean;
}

/** Options that only one of the two ways of training has. */
function mustSuit({ certify, arithmetic, digits, until, throughout, engine, saveCoefficients }: Options): void {
  const given = certify
    ? { "--engine": engine !== undefined, "--save-coefficients": saveCoefficients }
    : {
        "--arithmetic": arithmetic !== undefined,
        "--digits": digits !== undefined,
        "--until": until !== undefined,
        "--throughout": throughout,
      };
  const [wrong] = Object.entries(given).find(([, is]) => is) ?? [];
  if (wrong === undefined) return;
  throw new InputError(
    certify
      ? `${wrong} must be left out with --certify, which encloses every coefficient by an arithmetic of its own; leave one of them out`
      : `${wrong} must come with --certify, but stands alone; add it or leave ${wrong} out`,
  );
}

/** Trains in enclosures; says so where the digits did not do. */
async function certified(
  spec: RunFile,
  { arithmetic, digits, until, throughout }: Options,
  long: Long,
): Promise<CertifiedResult> {
  const { signal, onProgress } = long;
  const result = await certify(spec, {
    ...(arithmetic !== undefined && { arithmetic: wordIn("--arithmetic", ARITHMETIC_NAMES, arithmetic) }),
    ...(digits !== undefined && { digits: integerFrom("--digits", digits, FEWEST_DIGITS, MOST_DIGITS) }),
    ...(until !== undefined && { until: until.split(",").map((name) => wordIn("--until", QUESTION_NAMES, name)) }),
    ...{ throughout, signal, onProgress },
  });
  if (result.undecided !== undefined) {
    complain(result.undecided);
    process.exitCode = 1;
  }
  return result;
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
    .option(
      "--certify",
      "train in enclosures: intervals that hold the numbers of real arithmetic, rounded outward",
      false,
    )
    .option(
      "--digits <count>",
      `with --certify: the most digits that numbers may have, ${FEWEST_DIGITS} to ${MOST_DIGITS} (default: 160)`,
    )
    .option(
      "--arithmetic <name>",
      `with --certify, beyond doubles: ${ARITHMETIC_NAMES.map((name) => `${name} (${ARITHMETICS[name].about})`).join(", ")} (default: ${ARITHMETIC_NAMES[0]})`,
    )
    .option(
      "--until <questions>",
      `with --certify: what is to be decided, of ${QUESTION_NAMES.join(", ")} (default: features,margins)`,
    )
    .option("--throughout", "with --certify: at every record, not at the end alone", false)
    // Who knows it from `simulate` is told why there is none.
    .addOption(new Option("--threads <count>").default("1").hideHelp());
  runFileCommand(command, {
    what: "result",
    keeps: true,
    help: {
      about: ABOUT,
      exits:
        "0 done, 1 the run diverged or (--certify) a question is open, 2 bad input, 130 interrupted (the result then holds the history so far)",
      examples: [
        "adamcheck dynamics examples/theorem.json",
        "adamcheck dynamics run.json --certify --until features,margins",
      ],
    },
    parse: parseDynamics,
    async run(spec, options: Options, long): Promise<DynamicsResult | CertifiedResult> {
      const { engine, saveCoefficients, threads } = options;
      mustBeOneThread(threads);
      mustSuit(options);
      if (options.certify) return certified(spec, options, long);
      const name = engineFrom(engine);
      return dynamics(spec, { saveCoefficients, ...(name && { engine: name }), ...long });
    },
    words,
  });
}
