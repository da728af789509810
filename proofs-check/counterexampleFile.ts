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
 * The command that shows a counterexample, word by word.
 *
 * @param counterexample its command, and the files that it must load
 * @param file where its run file is
 * @returns the words, from the program's name on; none where no command shows it
 * @example
 * commandOf({ case: 1, violation: "", run: {}, command: "simulate", load: ["lion.ts"] }, "c.json") // => ["adamcheck", "simulate", "c.json", "--load", "lion.ts"]
 */
export const commandOf = ({ run, command, load = [] }: Counterexample, file: string): string[] =>
  run === undefined || command === undefined
    ? []
    : ["adamcheck", command, file, ...load.flatMap((path) => ["--load", path])];

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
