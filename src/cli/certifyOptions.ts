import type { Command } from "commander";
import { ARITHMETIC_NAMES, ARITHMETICS } from "../certified/arithmetics.ts";
import { type CertifiedResult, FEWEST_DIGITS, MOST_DIGITS } from "../certified/certify.ts";
import { QUESTION_NAMES, QUESTIONS } from "../certified/questions.ts";
import { certify } from "../library/certify.ts";
import { byName } from "../library/options.ts";
import { InputError } from "../setting/inputError.ts";
import type { RunFile } from "../sim/runFile.ts";
import type { Long } from "./interruptible.ts";
import { integerFrom } from "./numbers.ts";
import { complain } from "./output.ts";

/** How a training is certified, as it is typed. */
export interface CertifyArguments {
  readonly certify: boolean;
  readonly arithmetic?: string;
  readonly digits?: string;
  readonly until?: string;
  readonly throughout: boolean;
  readonly testError: boolean;
}

/** What may be asked, a line each. */
export const QUESTION_LIST = QUESTION_NAMES.map((name) => `  ${name.padEnd(12)}${QUESTIONS[name].about}`).join("\n");

const ARITHMETIC_LIST = ARITHMETIC_NAMES.map((name) => `${name} (${ARITHMETICS[name].about})`).join(", ");

/**
 * Adds `--certify` and what goes with it.
 *
 * @param command that gets them
 */
export function withCertify(command: Command): void {
  command
    .option("--certify", "train in enclosures: intervals that hold the numbers of real arithmetic", false)
    .option(
      "--digits <count>",
      `with --certify: the most digits that numbers may have, ${FEWEST_DIGITS} to ${MOST_DIGITS} (default: 160)`,
    )
    .option(
      "--arithmetic <name>",
      `with --certify, beyond doubles: ${ARITHMETIC_LIST} (default: ${ARITHMETIC_NAMES[0]})`,
    )
    .option(
      "--until <questions>",
      `with --certify: what is to be decided, of ${QUESTION_NAMES.join(", ")} (default: features,margins)`,
    )
    .option("--throughout", "with --certify: at every record, not at the end alone", false)
    .option("--test-error", "with --certify: judge testSize fresh examples at the end by enclosures", false);
}

/**
 * Refuses options that the way of training does not have.
 *
 * @param given how it is certified
 * @param others options of the training in doubles, and whether they were given
 * @throws InputError that names the first of them
 */
export function mustSuit(given: CertifyArguments, others: Readonly<Record<string, boolean>>): void {
  const { certify: certifies, arithmetic, digits, until, throughout, testError } = given;
  const own = {
    ...{ "--arithmetic": arithmetic !== undefined, "--digits": digits !== undefined, "--until": until !== undefined },
    ...{ "--throughout": throughout, "--test-error": testError },
  };
  const [wrong] = Object.entries(certifies ? others : own).find(([, is]) => is) ?? [];
  if (wrong === undefined) return;
  throw new InputError(
    certifies
      ? `${wrong} must be left out with --certify, which encloses every coefficient by an arithmetic of its own and keeps no checkpoint; leave one of them out`
      : `${wrong} must come with --certify, but stands alone; add it or leave ${wrong} out`,
  );
}

const wordIn = <T extends string>(option: string, names: readonly T[], name: string): T =>
  byName(option, Object.fromEntries(names.map((one) => [one, one])) as Record<string, T>, name);

/**
 * Trains in enclosures; complains, and sets the exit code to 1, where the digits did not do.
 *
 * @param spec a run
 * @param given how it is certified
 * @param long signal and progress
 * @returns the result
 * @throws InputError for what is wrong with either
 */
export async function certified(spec: RunFile, given: CertifyArguments, long: Long): Promise<CertifiedResult> {
  const { arithmetic, digits, until, throughout, testError } = given;
  const { signal, onProgress } = long;
  const result = await certify(spec, {
    ...(arithmetic !== undefined && { arithmetic: wordIn("--arithmetic", ARITHMETIC_NAMES, arithmetic) }),
    ...(digits !== undefined && { digits: integerFrom("--digits", digits, FEWEST_DIGITS, MOST_DIGITS) }),
    ...(until !== undefined && { until: until.split(",").map((name) => wordIn("--until", QUESTION_NAMES, name)) }),
    ...{ throughout, testError, signal, onProgress },
  });
  if (result.undecided !== undefined) {
    complain(result.undecided);
    process.exitCode = 1;
  }
  return result;
}
