import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Asked } from "../../../proofs-check/asked.ts";
import { check as run } from "../../../proofs-check/check.ts";
import { LEVELS, type Level } from "../../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../../proofs-check/claimVerdict.ts";
import { machineChecked } from "../../../proofs-check/coq/machineChecked.ts";
import { CASE_SECONDS, type Executor, here, threads } from "../../../proofs-check/executor.ts";
import { CLAIMS } from "../../../proofs-check/registry.ts";
import { readRegressions, remember } from "../../../proofs-check/regressions.ts";
import { REMEMBERED } from "../../../proofs-check/remembered.ts";
import { originOf } from "../../optimizers/origin.ts";
import { isUsersOwn, knownOptimizers } from "../../optimizers/registry.ts";
import { integerBetween, positive } from "../../setting/fields.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { advice } from "../../setting/nearest.ts";
import { shell } from "../../setting/shell.ts";
import * as z from "../../setting/zod.ts";
import { loadArguments } from "../load/loaded.ts";
import { claimFiles, workerFiles } from "../load/workerFiles.ts";
import { checked, flag, PARALLEL, type ParallelOptions, text } from "../options.ts";
import { type Chosen, type ClaimName, chosen } from "./chosen.ts";
import { keepReport, prepareReport } from "./keepReport.ts";
import { namingFiles } from "./namingFiles.ts";

/** How claims are checked. */
export interface CheckOptions extends ParallelOptions {
  /** Seed of every case, an integer in [0, 2^32); 1 unless given. */
  readonly seed?: number | undefined;
  /** Seconds to spend, 60 unless given: every check first gets the cases that it needs, then equal time. */
  readonly budget?: number | undefined;
  /** Instead, cases of every check: then verdicts depend on (seed, cases, version) alone. */
  readonly cases?: number | undefined;
  /** Follows the network (0), the exact recurrences (1) or the papers' sign recurrences (2) alone. */
  readonly level?: Level | undefined;
  /** Asks the papers' statements about whole runs of this optimizer, by its name, in the place of the paper's: a built-in one, or one of your own. */
  readonly optimizer?: string | undefined;
  /** Has Coq's kernel check the claims that are stated for it, where coqc is on PATH: grade "machine-checked". */
  readonly coq?: boolean | undefined;
  /** Seconds that one case may take before it is ended and named, 60 unless given. */
  readonly timeout?: number | undefined;
  /** A folder where verdicts, counterexamples and cases to judge again are kept; an earlier report there is put aside. */
  readonly out?: string | undefined;
  /** Whether an earlier report is replaced instead. */
  readonly force?: boolean | undefined;
}

/** What came of a check. */
export interface Checked {
  readonly asked: Asked;
  readonly claims: readonly ClaimVerdict[];
  /** Ids of claims that come from a user's file or script. */
  readonly own: readonly string[];
  /** Where `coq` was asked for: which program checked, and why some or all of what it could have is not machine-checked, a sentence each. */
  readonly coq?: { readonly checker?: string; readonly notes: readonly string[] };
  /** Present where the signal stopped it: the verdicts are on the cases run by then. */
  readonly interrupted?: true;
  /** Where an earlier report in `out` is now. */
  readonly earlier?: string;
}

const schema = z.strictObject({
  ...PARALLEL,
  seed: integerBetween(0, 2 ** 32 - 1, "seed of every case", "none").optional(),
  budget: positive("time to spend", "s").optional(),
  cases: integerBetween(1, 1e7, "cases of every check", "cases").optional(),
  level: z.custom<Level>((value) => LEVELS.includes(value as Level), { error: "must be 0, 1 or 2" }).optional(),
  optimizer: text(),
  coq: flag(),
  timeout: positive("time of one case", "s").optional(),
  out: text(),
  force: flag(),
});

/** Seconds that are spent unless told. */
const BUDGET = 60;

function executorOf(
  { here: inThisThread, files }: Chosen,
  jobs: number,
  seconds: number,
  optimizer?: string,
): Executor {
  // What exists in this thread alone cannot go to another one.
  if (inThisThread || (optimizer !== undefined && isUsersOwn(optimizer) && !originOf(optimizer))) return here;
  const worker = new URL("../load/claimWorker.js", import.meta.url);
  const more = (optimizer === undefined ? "" : ` ${shell(["--optimizer", optimizer])}`) + loadArguments();
  return threads({ jobs, worker, data: { files: workerFiles(), claims: claimFiles(files) }, seconds, more });
}

/** What is noted of the optimizer that is asked of. */
function askedOptimizer(name: string | undefined, level: Level | undefined): Pick<Asked, "optimizer" | "load"> {
  if (name === undefined) return {};
  if (!knownOptimizers().some((one) => one.name === name)) {
    const known = knownOptimizers().map((one) => one.name);
    throw new InputError(
      `optimizer must be one of ${known.join(", ")}, or of a file that is loaded with --load, but is ${show(name)}; ${advice(name, known)}`,
    );
  }
  if (level === 2) {
    throw new InputError(
      `level must be 0 or 1 where optimizer is ${show(name)}, but is 2: the papers' sign recurrences stand for Adam and AdamW; leave one of them out`,
    );
  }
  const load = workerFiles().map(({ path, sha256 }) => ({ path, sha256 }));
  return { optimizer: name, ...(load.length > 0 && { load }) };
}

/**
 * Checks claims: proofs, random cases, scaling studies and frequencies, each with its grade, summed up in verdicts of two parts.
 *
 * @param names one or several: ids, globs such as "adam-*", files with claims of your own, or claims made with `defineClaim`, which then all run in this thread;
 *   none for every claim of the papers
 * @param options seed, budget or cases, level, coq, jobs, where the report is kept, signal, onProgress
 * @returns the verdicts with all evidence
 * @throws InputError, one sentence
 * Source: docs/theory.md 4; ours.
 * @example
 * const sum = { name: "sum", about: "1 + 1 = 2", grade: "proved", least: 1, most: 1, sample: () => 1 + 1, judge: ([two]) => ({ verdict: two === 2 ? "holds" : "contradicted", reason: "1 + 1 was computed" }) }
 * const { claims } = await check([{ id: "two", kind: "identity", statement: "one and one make two", checks: [sum] }], { cases: 1 })
 * claims[0].verdict // => "holds"
 */
export async function check(
  names: ClaimName | readonly ClaimName[] = [],
  options: CheckOptions = {},
): Promise<Checked> {
  const given = checked(schema, options, "check's options") as CheckOptions;
  const {
    seed = 1,
    budget,
    cases,
    level,
    optimizer,
    coq = false,
    jobs,
    timeout = CASE_SECONDS,
    out,
    force = false,
    signal,
    onProgress,
  } = given;
  if (budget !== undefined && cases !== undefined) {
    throw new InputError("cases must stand alone, but budget is given as well; keep one");
  }
  if (coq && optimizer !== undefined) {
    throw new InputError(
      `coq must be left out where optimizer is ${show(optimizer)}: what is proved is of the papers' own; leave one of them out`,
    );
  }
  const which = await chosen([names].flat(), timeout);
  const asked: Asked = {
    seed,
    ...(cases === undefined ? { seconds: budget ?? BUDGET } : { cases }),
    ...(level !== undefined && { level }),
    ...(coq && { coq }),
    ...askedOptimizer(optimizer, level),
  };
  if (out !== undefined) prepareReport(out, force);
  const before = out === undefined ? [] : readRegressions(join(out, "regressions.ndjson"));
  const executor = executorOf(which, jobs ?? availableParallelism(), timeout, optimizer);
  const kernel = coq ? await machineChecked(which.claims, { signal }) : undefined;
  const verdicts = await run(which.claims, {
    ...asked,
    ...(kernel && { more: kernel.evidence }),
    ...{ executor, regressions: [...REMEMBERED, ...before], now: () => performance.now() },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  }).finally(() => executor.close());
  const claims = namingFiles(verdicts);
  const earlier =
    out === undefined
      ? undefined
      : keepReport(out, force, { asked, verdicts: claims, regressions: remember(before, claims, which.claims) });
  return {
    asked,
    claims,
    own: which.claims.filter((claim) => !CLAIMS.includes(claim)).map(({ id }) => id),
    ...(kernel && { coq: { ...(kernel.checker !== undefined && { checker: kernel.checker }), notes: kernel.notes } }),
    ...(signal?.aborted && { interrupted: true }),
    ...(earlier !== undefined && { earlier }),
  };
}

/**
 * The papers' claims, without their code.
 *
 * @returns of each its id, source, kind, statement, LaTeX, hypotheses, and the claims that it rests on
 * Source: [T25], [Z21]; docs/theory.md 4.
 * @example
 * claims().find(({ id }) => id === "moment-ratio").source // => "T25 C.1"
 */
export const claims = () =>
  CLAIMS.map(({ id, source, kind, statement, latex, hypotheses, restsOn }) => ({
    ...{ id, source, kind, statement, latex, hypotheses, restsOn },
  }));
