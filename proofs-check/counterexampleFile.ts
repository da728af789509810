import { join } from "node:path";
import type { Counterexample } from "./claim.ts";
import type { ClaimVerdict } from "./claimVerdict.ts";

/** The folder of counterexamples in that of a report. */
export const COUNTEREXAMPLES = "counterexamples";

/**
 * The name of the run file that shows a counterexample, in the folder of `check --out`.
 *
 * @param claim its id
 * @param check the name of the check that found it
 * @returns a path within the folder
 * @example
 * counterexampleFile("thm-4.1", "runs, wherever") // => "counterexamples/thm-4.1-runs-wherever.json"
 */
export const counterexampleFile = (claim: string, check: string): string =>
  `${COUNTEREXAMPLES}/${`${claim}-${check}`.replaceAll(/[^\w.-]+/g, "-")}.json`;

/**
 * The run files that show a counterexample, and where they are.
 *
 * @param counterexample its runs
 * @param file where the first of them is
 * @returns all of them: of a second one "-2" stands behind the name of the first; none where no run shows it
 * @example
 * runFilesOf({ case: 1, violation: "", run: {}, besides: [{}] }, "c.json").map(({ file }) => file) // => ["c.json", "c-2.json"]
 */
export const runFilesOf = (
  { run, besides = [] }: Counterexample,
  file: string,
): { readonly file: string; readonly run: unknown }[] =>
  run === undefined
    ? []
    : [run, ...besides].map((one, k) => ({
        file: k === 0 ? file : file.replace(/\.json$/, `-${k + 1}.json`),
        run: one,
      }));

/**
 * The run files that show the counterexamples of a check.
 *
 * @param verdicts as `check` gives them
 * @returns all of them, paths within the folder of `check --out`
 */
export const runFilesIn = (verdicts: readonly ClaimVerdict[]): ReturnType<typeof runFilesOf> =>
  verdicts.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ check, counterexample }) =>
      counterexample === undefined ? [] : runFilesOf(counterexample, counterexampleFile(id, check)),
    ),
  );

/**
 * The commands that show a counterexample, word by word.
 *
 * @param counterexample its runs, their command, and the files that it must load
 * @param file where its first run file is
 * @returns the words of each, from the program's name on; none where no command shows it
 * @example
 * commandsOf({ case: 1, violation: "", run: {}, command: "simulate", load: ["lion.ts"] }, "c.json") // => [["adamcheck", "simulate", "c.json", "--load", "lion.ts"]]
 */
export const commandsOf = (counterexample: Counterexample, file: string): string[][] => {
  const { command, load = [] } = counterexample;
  if (command === undefined) return [];
  return runFilesOf(counterexample, file).map((one) => [
    ...["adamcheck", command, one.file],
    ...load.flatMap((path) => ["--load", path]),
  ]);
};

/**
 * Verdicts whose counterexamples say where their run files are.
 *
 * @param verdicts as `check` gives them
 * @param out the folder of `check --out`
 * @returns the same, with `file` in every counterexample that has a run file
 * Source: ours.
 */
export const withFiles = (verdicts: readonly ClaimVerdict[], out: string): ClaimVerdict[] =>
  verdicts.map((claim) => ({
    ...claim,
    evidence: claim.evidence.map((one) =>
      one.counterexample?.run === undefined
        ? one
        : {
            ...one,
            counterexample: { ...one.counterexample, file: join(out, counterexampleFile(claim.id, one.check)) },
          },
    ),
  }));
