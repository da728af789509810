import { statSync } from "node:fs";
import { arch, platform, release } from "node:os";
import { basename, join, resolve } from "node:path";
import { reason } from "../experiments/reason.ts";
import { writeAside } from "../experiments/writeAside.ts";
import { gather } from "../report/html/gather.ts";
import { type Environment, page } from "../report/html/page.ts";
import { InputError } from "../setting/inputError.ts";
import { isText, mustBe } from "../setting/mustBe.ts";
import * as z from "../setting/zod.ts";
import { checked, flag, text } from "./options.ts";
import { checkWritable } from "./outFiles.ts";
import { packageFile } from "./packageFile.ts";
import { KINDS } from "./reportKinds.ts";

/** Where a report is written. */
export interface ReportOptions {
  /** A new file; report.html in the folder unless given. */
  readonly out?: string | undefined;
  /** Whether an existing file may be replaced. */
  readonly force?: boolean | undefined;
}

/** What a report has. */
export interface Reported {
  readonly out: string;
  readonly sections: readonly { readonly title: string; readonly path: string }[];
  /** Files that are nothing that can be reported on, or damaged. */
  readonly leftOut: readonly string[];
}

const schema = z.strictObject({ out: text(), force: flag() });

/** What a report can be about, a line each. */
export const REPORTABLE: readonly string[] = KINDS.map(({ about }) => about);

const environment = (): Environment => ({
  adamcheck: packageFile().version,
  Node: process.version,
  platform: `${platform()} ${release()} ${arch()}`,
});

function checkFolder(folder: string): void {
  try {
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    throw new InputError(
      `report must be given a folder, but looking at ${folder} gave ${reason(error)}; check the path`,
    );
  }
  throw new InputError(`report must be given a folder, but ${folder} is a file; name the folder that it is in`);
}

/**
 * Writes one HTML file about whatever a folder and the folders in it hold.
 *
 * @param folder with sweeps, phase diagrams, `reproduce --out`, `check --out`, results
 * @param options out, force
 * @returns its sections, and what was left out
 * @throws InputError where there is nothing to report on
 * Source: ours. Shown by `adamcheck report --help`.
 */
export function report(folder: string, options: ReportOptions = {}): Reported {
  mustBe(isText(folder), "folder", "a text", folder, "name the folder to report on");
  const { out = join(folder, "report.html"), force = false } = checked(schema, options, "report's options");
  checkFolder(folder);
  checkWritable(out, force);
  const { sections, leftOut } = gather(folder, KINDS);
  if (sections.length === 0) {
    throw new InputError(
      `${folder} must hold something to report on (${REPORTABLE.join("; ")}), but holds nothing of the kind; check the path`,
    );
  }
  writeAside(out, page(`adamcheck report: ${basename(resolve(folder))}`, sections, leftOut, environment()));
  return { out, sections: sections.map(({ title, path }) => ({ title, path })), leftOut };
}
