import "../data/images/files.ts";
import { join } from "node:path";
import { hasRuns } from "../experiments/sweep/folder.ts";
import { otherRuns } from "../experiments/sweep/otherRuns.ts";
import { parsePlan } from "../experiments/sweep/plan.ts";
import { trialsOf } from "../experiments/sweep/trials.ts";
import { isText, mustBe } from "../setting/mustBe.ts";
import * as z from "../setting/zod.ts";
import { type Answer, answerOf } from "../studies/answer.ts";
import { evidence } from "../studies/evidence.ts";
import { STUDIES } from "../studies/registry.ts";
import type { Row, Study, StudyHead } from "../studies/study.ts";
import { engineOf } from "./engineOf.ts";
import { callback, checked, flag, memberNamed } from "./options.ts";
import { RUNS, type SweepOptions, sweep } from "./sweep.ts";

/** Where and how the runs of a study are carried out. */
export interface StudyOptions
  extends Pick<
    SweepOptions,
    "engine" | "jobs" | "timeout" | "checkpointEvery" | "retryFailed" | "signal" | "onProgress" | "onBegin" | "onFailed"
  > {
  /** The folder where runs are kept, a folder a part, and from which any later call goes on. */
  readonly out: string;
  /** Few points and seeds: a minute. */
  readonly quick?: boolean | undefined;
  /** Told of folders at `out` that hold runs of another sweep or study, before the first run; they are left as they are. */
  readonly onOthers?: ((folders: readonly string[]) => void) | undefined;
}

/** What a study is about, and what came out. */
export interface StudyResult extends StudyHead, Answer {
  readonly quick: boolean;
  readonly measures: readonly { readonly name: string; readonly about: string }[];
  readonly rows: readonly Row[];
  /** Runs that have failed, and that were left because the signal stopped it. */
  readonly failed: number;
  readonly left: number;
}

const schema = z.strictObject({ ...RUNS, quick: flag(), onOthers: callback<(folders: readonly string[]) => void>() });

const headOf = ({ name, question, prediction, derivation, overturn }: Study): StudyHead => ({
  ...{ name, question, prediction, derivation, overturn },
});

/**
 * The studies of docs/findings.md that can be run again.
 *
 * @returns of each its name, question, prediction, and what would overturn it
 * Source: ours.
 * @example
 * studies().map(({ name }) => name).includes("floor") // => true
 */
export const studies = (): StudyHead[] => STUDIES.map(headOf);

/** A folder a part: names as they are, without what paths could read. */
const folderOf = (out: string, name: string) => join(out, name.replaceAll(/[^\w.=-]+/g, "-"));

/**
 * Runs a study: a question, what was predicted before any run, and whether that came true.
 *
 * @param name of one of `studies`
 * @param options out, the folder; quick, jobs, timeout, signal, onProgress
 * @returns the answer, and of every point the share of seeds, or their median, with its interval and what was predicted
 * @throws InputError, one sentence; what has finished is kept
 * Source: ours; docs/findings.md has what the full studies said. Shown by `adamcheck study --help`; docs/guides/add-a-study.md says how one is added.
 */
export async function study(name: string, options: StudyOptions): Promise<StudyResult> {
  const given = checked(schema, options, "study's options") as StudyOptions;
  const { out, quick = false, onProgress, onOthers, ...running } = given;
  mustBe(isText(out), "out", "a text", out, "name the folder of the study");
  const found = memberNamed("study", STUDIES, name);
  const engine = await engineOf(running.engine);
  const parts = found.parts(quick).map((part) => {
    const costs = trialsOf(parsePlan(part.plan), engine).costs;
    return { part, folder: folderOf(out, part.name), work: costs.reduce((sum, cost) => sum + cost, 0) };
  });
  const others = otherRuns(
    out,
    parts.map(({ folder }) => folder),
  );
  if (others.length > 0) onOthers?.(others);
  const all = parts.reduce((sum, { work }) => sum + work, 0);
  const ends = { failed: 0, left: 0 };
  let before = 0;
  for (const { part, folder, work } of parts) {
    const share = (done: number) => onProgress?.((before + done * work) / all);
    const { failed, left } = await sweep(part.plan, { ...running, out: folder, onProgress: share });
    ends.failed += failed;
    ends.left += left;
    before += work;
  }
  // Stopped before its first run has ended, a part has left nothing.
  const rows = evidence(
    found,
    parts.filter(({ folder }) => hasRuns(folder)),
  );
  return {
    ...headOf(found),
    ...{ quick, ...answerOf(rows) },
    measures: found.measures.map((measure) => ({ name: measure.name, about: measure.about })),
    ...{ rows, ...ends },
  };
}
