import type { Command } from "commander";
import { memberNamed } from "../library/options.ts";
import { type StudyResult, studies, study } from "../library/study.ts";
import { studyData } from "../report/studyTable.ts";
import { studiesTable, studiesText, studyMarkdown, studyText } from "../report/studyText.ts";
import { damageText, failureText, otherRunsText, othersText } from "../report/sweepText.ts";
import { toCsv, toMarkdown } from "../report/table.ts";
import { STUDIES } from "../studies/registry.ts";
import type { StudyHead } from "../studies/study.ts";
import { deliver } from "./deliver.ts";
import { durationFrom } from "./duration.ts";
import { ENGINE_HELP, engineFrom } from "./engineOption.ts";
import { columns, withHelp } from "./help.ts";
import { jobsFrom } from "./jobs.ts";
import { ifGiven } from "./numbers.ts";
import { type FormatOptions, type Formats, withFormat } from "./outOptions.ts";
import { showProgress } from "./progress.ts";
import { stopOnSignals } from "./stopOnSignals.ts";

const FORMATS: Formats<StudyResult> = {
  text: studyText,
  md: studyMarkdown,
  csv: ({ rows }) => `${toCsv(studyData(rows))}\n`,
  json: (result) => `${JSON.stringify(result)}\n`,
};

const LISTS: Formats<readonly StudyHead[]> = {
  text: studiesText,
  md: (heads) => `${toMarkdown(studiesTable(heads))}\n`,
  csv: (heads) => `${toCsv(studiesTable(heads))}\n`,
  json: (heads) => `${JSON.stringify(heads)}\n`,
};

const ABOUT = `
${columns(STUDIES.map(({ name, question }) => [name, question]))}

A study is a question, a prediction that was written down before any run, and the runs that decide. What came out of the full ones is in docs/findings.md; --quick shows the effect in a minute.
The folder holds a sweep for each part: the same command goes on there, whatever stopped it, \`summary\`, \`export\` and \`compare-runs\` read it. Without a name all studies are listed.`;

interface Options extends FormatOptions {
  readonly quick: boolean;
  readonly out?: string;
  readonly jobs?: string;
  readonly timeout?: string;
  readonly retryFailed: boolean;
  readonly engine?: string;
}

/** Arguments, options and action of `adamcheck study`. */
export function studyCommand(command: Command): void {
  command
    .argument("[name]", `one of ${STUDIES.map(({ name }) => name).join(", ")}`)
    .option("--quick", "few points and seeds", false)
    .option("--out <folder>", "where runs are kept (default: study-NAME, with --quick study-NAME-quick)")
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--timeout <time>", "the longest that a run may take, such as 90s or 10m (default: no limit)")
    .option("--retry-failed", "try runs again that have failed", false)
    .option("--engine <name>", ENGINE_HELP);
  withHelp(withFormat(command, FORMATS), {
    about: ABOUT,
    exits:
      "0 as predicted or open, 1 not as predicted, or a run has failed twice, 2 bad input or no room, 130 interrupted",
    examples: ["adamcheck study", "adamcheck study floor --quick"],
  }).action(async (name: string | undefined, options: Options) => {
    const { quick, out, jobs, timeout, retryFailed, engine, format, json } = options;
    if (name === undefined) return deliver(studies(), LISTS, { format, json });
    memberNamed("study", STUDIES, name);
    const progress = await showProgress("study");
    const found = await study(name, {
      ...{ quick, retryFailed, jobs: jobsFrom(jobs), engine: engineFrom(engine) },
      out: out ?? `study-${name}${quick ? "-quick" : ""}`,
      timeout: ifGiven(timeout, (text) => durationFrom("--timeout", text)),
      signal: stopOnSignals(progress.note),
      onOthers: (folders) => progress.note(otherRunsText(folders)),
      onBegin: ({ damaged, others }) => [...othersText(others), ...damageText(damaged, true)].forEach(progress.note),
      onProgress: progress.update,
      onFailed: (job, reason, plan) => progress.complain(failureText(plan, job, reason)),
    }).finally(progress.stop);
    deliver(found, FORMATS, { format, json });
    if (found.failed > 0 || found.answer === "not as predicted") process.exitCode = 1;
    if (found.left > 0) process.exitCode = 130;
  });
}
