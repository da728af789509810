import { join } from "node:path";
import type { Asked } from "../../../proofs-check/asked.ts";
import type { ClaimVerdict } from "../../../proofs-check/claimVerdict.ts";
import { COUNTEREXAMPLES, runFilesIn } from "../../../proofs-check/counterexampleFile.ts";
import { FORMATS } from "../../../proofs-check/report/formats.ts";
import { dropCounterexamples, isReport, REPORT_FILES, setAside } from "../../../proofs-check/setAside.ts";
import { writeAside } from "../../experiments/writeAside.ts";
import { writeUnpacked } from "../../experiments/writeUnpacked.ts";
import { checkWritable, makeOut } from "../outFiles.ts";

/** Makes sure that a report can be kept, before the work for it begins. */
export function prepareReport(out: string, force: boolean): void {
  makeOut(out, COUNTEREXAMPLES);
  for (const name of REPORT_FILES) checkWritable(join(out, name), force || isReport(out));
}

/** What is kept of a check. */
export interface Report {
  readonly asked: Asked;
  readonly verdicts: readonly ClaimVerdict[];
  /** NDJSON of the cases that are judged again. */
  readonly regressions: string;
}

/**
 * Keeps a report in a folder; an earlier one is put aside, or with force replaced.
 *
 * @param out the folder
 * @param force whether an earlier report may go
 * @param report verdicts, and what they were asked for
 * @returns where the earlier report is now, where there was one and it stays
 */
export function keepReport(out: string, force: boolean, { asked, verdicts, regressions }: Report): string | undefined {
  const earlier = force ? undefined : setAside(out);
  if (force) dropCounterexamples(out);
  makeOut(out, COUNTEREXAMPLES);
  writeUnpacked(join(out, "asked.json"), `${JSON.stringify(asked)}\n`);
  writeUnpacked(join(out, "check.json"), FORMATS.json(verdicts));
  writeUnpacked(join(out, "check.md"), FORMATS.md(verdicts));
  writeUnpacked(join(out, "regressions.ndjson"), regressions);
  for (const { file, run } of runFilesIn(verdicts)) writeAside(join(out, file), `${JSON.stringify(run, null, 1)}\n`);
  return earlier;
}
