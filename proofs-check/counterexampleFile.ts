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
  `counterexamples/${`${claim}-${check}`.replaceAll(/[^\w.-]+/g, "-")}.json`;
