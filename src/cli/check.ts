import { join } from "node:path";
import type { Command } from "commander";
import { GIVEN_GRADES, type Grade, LEVELS, type Level } from "../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../proofs-check/claimVerdict.ts";
import { commandsOf, counterexampleFile, withFiles } from "../../proofs-check/counterexampleFile.ts";
import { CASE_SECONDS } from "../../proofs-check/executor.ts";
import { FORMATS } from "../../proofs-check/report/formats.ts";
import { isNo } from "../../proofs-check/verdict.ts";
import { type Checked, check, claims } from "../library/check/check.ts";
import { isClaimFile } from "../library/check/chosen.ts";
import { byName } from "../library/options.ts";
import { InputError, show } from "../setting/inputError.ts";
import { shell } from "../setting/shell.ts";
import { durationFrom } from "./duration.ts";
import { BAD_INPUT, INTERNAL_FAULT } from "./exitCodes.ts";
import { withHelp } from "./help.ts";
import { jobsFrom } from "./jobs.ts";
import { noteCode, withLoad } from "./loadOwn.ts";
import { ifGiven, integerFrom } from "./numbers.ts";
import { placeOf, withColumn } from "./outOptions.ts";
import { complain, note, print, width, write } from "./output.ts";
import { showProgress } from "./progress.ts";
import { stopOnSignals } from "./stopOnSignals.ts";

const ABOUT = `
Each claim of the papers is checked by evidence of five grades: machine-checked (stated and proved in Coq, and accepted by its kernel;
with --coq), proved (an argument over the whole domain), certified (outward-rounded
instances), tested (random cases, shrunk to the smallest that fails), measured (exponents and frequencies, with 95% intervals).

A verdict has two parts: at the sizes chosen (which), and wherever the hypotheses hold with constants 1 (the share of cases that agree, and
the smallest that does not). "holds at chosen sizes, fails for small n" refutes no theorem about n -> infinity; it says that its constants matter.
A claim is what the worst of its parts is. It holds in part where some evidence for a part holds and other evidence for that part fails with constants
1 or is open, or where only some of the source's readings hold: "holds at chosen sizes in 1 of 2 readings". The long text has every reading, all
that is open, and parts that were not looked at at the sizes chosen.
--brief gives a line a claim.

--budget runs what every check needs first (about two minutes in all, on two cores), and spends the rest evenly; --cases N gives every check N cases instead, and then
the verdicts depend on the seed, N and the version alone, whatever the number of jobs.

Proofs by branch and bound have a certificate in the package (proofs-check/boxes), which is checked anew in exact rational numbers each time.
--coq compiles the Coq file of every chosen claim that has one (proofs-check/coq of the package) in a temporary folder, with coqc and then coqchk, which
takes a minute or two beside the budget. The verdict names the version, the file's SHA-256 and the axioms. Without coqc grades stay as they are: apt install
coq libcoq-coquelicot libcoq-interval.

A file (.ts, .js, .mts, .mjs) is a claim of your own: its default export, made with defineClaim from "adamcheck". It is code, and runs with
all that you may do. docs/guides/your-own-claim.md builds one.

--out FOLDER keeps check.json, check.md, asked.json (seed and budget), for every counterexample a run file in counterexamples/, and regressions.ndjson:
cases that failed once are judged again by every later check with the same folder. An earlier report there moves to earlier-1, earlier-2, ...;
--force replaces it instead.

A claim of yours that is broken gives no verdict: what its functions return is looked at, its first case is run twice (a check may depend on its
seed alone), and a case that takes longer than --timeout is ended. The error names file, line and check.`;

interface Options {
  readonly level?: string;
  readonly budget?: string;
  readonly cases?: string;
  readonly seed: string;
  readonly timeout?: string;
  readonly jobs?: string;
  readonly format?: string;
  readonly json: boolean;
  readonly column: boolean;
  readonly brief: boolean;
  readonly failOn: string;
  readonly out?: string;
  readonly force: boolean;
  readonly list: boolean;
  readonly optimizer?: string;
  readonly coq: boolean;
}

function levelFrom(text: string): Level {
  const level = LEVELS.find((known) => String(known) === text);
  if (level === undefined) throw new InputError(`--level must be 0, 1 or 2, but is ${show(text)}; correct it`);
  return level;
}

function gradeFrom(text: string): Grade {
  const grade = GIVEN_GRADES.find((known) => known === text);
  if (grade === undefined) {
    throw new InputError(`--fail-on must be one of ${GIVEN_GRADES.join(", ")}, but is ${show(text)}; correct it`);
  }
  return grade;
}

function formatOf({ json, brief, format }: Options): string {
  const other = json ? "--json" : format === undefined ? undefined : `--format ${format}`;
  if (brief && other) throw new InputError(`--brief must stand alone, but ${other} is given as well; keep one`);
  if (brief) return "brief";
  return json ? "json" : (format ?? "text");
}

function budgetFrom({ budget, cases }: Options): { cases: number } | { budget: number } {
  if (budget !== undefined && cases !== undefined) {
    throw new InputError(`--cases must stand alone, but --budget ${budget} is given as well; keep one`);
  }
  if (cases !== undefined) return { cases: integerFrom("--cases", cases, 1, 1e7) };
  return { budget: durationFrom("--budget", budget ?? "1m") };
}

const list = () =>
  `${claims()
    .map(({ id, source, statement }) => `${id} [${source}]: ${statement}`)
    .join("\n")}\n`;

/** Says where what was kept is. */
function noteKept(out: string, { claims: verdicts, earlier }: Checked): void {
  if (earlier !== undefined) note(`the earlier report is in ${earlier}`);
  for (const { id, evidence } of verdicts) {
    for (const { check: name, counterexample } of evidence) {
      if (counterexample === undefined) continue;
      const shown = commandsOf(counterexample, join(out, counterexampleFile(id, name))).map(shell);
      if (shown.length > 0) note(`counterexample to ${id}: ${shown.join("; ")}`);
    }
  }
  note(`verdicts written to ${join(out, "check.md")}`);
}

async function act(names: readonly string[], options: Options): Promise<void> {
  const { out, force, level, timeout, optimizer, coq } = options;
  const format = formatOf(options);
  const draw = byName("--format", FORMATS, format);
  const failOn = gradeFrom(options.failOn);
  const what = {
    seed: integerFrom("--seed", options.seed, 0, 2 ** 32 - 1),
    level: ifGiven(level, levelFrom),
    ...budgetFrom(options),
    jobs: jobsFrom(options.jobs),
    timeout: ifGiven(timeout, (text) => durationFrom("--timeout", text)),
    ...{ out, optimizer, coq, force },
  };
  names.filter(isClaimFile).forEach(noteCode);
  if (coq) note("Coq is asked first, which takes a minute or two");
  const progress = await showProgress("check");
  const signal = stopOnSignals(progress.note, "giving verdicts on the cases run so far");
  const found = await check(names, { ...what, signal, onProgress: progress.update }).finally(progress.stop);
  const { claims: verdicts, own, interrupted } = found;
  for (const sentence of found.coq?.notes ?? []) note(sentence);
  if (out !== undefined) noteKept(out, found);
  (format === "text" || format === "brief" ? print : write)(
    draw(
      format === "text" && out !== undefined ? withFiles(verdicts, out) : verdicts,
      failOn,
      width(),
      placeOf(options),
    ),
  );
  const broken = complainAbout(verdicts, own);
  if (interrupted) process.exitCode = 130;
  else if (broken !== undefined) process.exitCode = broken;
  else if (verdicts.some((verdict) => isNo(verdict, failOn))) process.exitCode = 1;
}

/** Says which checks are broken; the exit code that this asks for. */
function complainAbout(verdicts: readonly ClaimVerdict[], own: readonly string[]): number | undefined {
  const broken = verdicts.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ broken, late }) =>
      broken ? [{ isTheirs: own.includes(id) || late === true, words: broken }] : [],
    ),
  );
  for (const { words } of broken) complain(`error: ${words}`);
  if (broken.length === 0) return undefined;
  return broken.some(({ isTheirs }) => isTheirs) ? BAD_INPUT : INTERNAL_FAULT;
}

/** Arguments, options and action of `adamcheck check`. */
export function checkCommand(command: Command): void {
  command
    .argument(
      "[claims...]",
      "ids, globs such as 'adam-*', or files with claims of your own; all claims if none is named",
    )
    .option(
      "--level <level>",
      "follow the network (0), the exact recurrences (1) or the papers' sign recurrences (2) alone",
    )
    .option("--optimizer <name>", "ask what the papers say of whole runs of this one, in the place of theirs")
    .option("--coq", "let Coq's kernel check the claims that are stated for it, where coqc is on PATH", false)
    .option("--budget <time>", "time to spend, such as 30s, 10m or 2h (default: 1m)")
    .option("--cases <n>", "cases of every check, instead of a time")
    .option("--seed <integer>", "seed of every case", "1")
    .option("--timeout <time>", `time that one case may take before it is ended and named (default: ${CASE_SECONDS}s)`)
    .option("--jobs <n>", "cases at a time (default: one a core); verdicts do not depend on it")
    .option("--format <name>", `${Object.keys(FORMATS).join(", ")} (default: text)`)
    .option("--json", "short for --format json", false)
    .option("--brief", "short for --format brief: a line a claim, 80 columns", false)
    .option(
      "--fail-on <grade>",
      `the weakest contradiction that gives exit code 1: ${GIVEN_GRADES.join(", ")}`,
      "tested",
    )
    .option("--out <folder>", "keep verdicts, counterexamples as run files, and cases to judge again")
    .option("--force", "let --out replace an existing report instead of moving it aside", false)
    .option("--list", "print the claims, check nothing", false);
  withHelp(withColumn(withLoad(command)), {
    about: ABOUT,
    exits:
      "0 done, 1 a claim is contradicted at grade tested or above (--fail-on names another grade), 2 bad input or a broken claim, 130 interrupted",
    examples: ["adamcheck check moment-ratio --cases 8", "adamcheck check init-scale 'disjoint-*' --brief --budget 5s"],
  }).action(async (names: string[], options: Options) => {
    if (options.list && options.json) write(`${JSON.stringify({ claims: claims() })}\n`);
    else if (options.list) print(list());
    else await act(names, options);
  });
}
