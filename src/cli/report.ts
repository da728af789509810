import { spawn } from "node:child_process";
import { platform } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import { reason } from "../experiments/reason.ts";
import { REPORTABLE, type Reported, report } from "../library/report.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { type FormatOptions, textAndJson, withFormat } from "./outOptions.ts";
import { note, warn } from "./output.ts";

const ABOUT = `
One HTML file that needs nothing besides: no network, no script, no font; it prints on A4 and Letter. Each part begins with its answer and the figure that shows it; then come tables, verdicts with their
statements, how each part is done again, and what made the report. The folder may hold, itself or in folders directly in it (files whose names end in .json):

${REPORTABLE.map((about) => `  ${about}`).join("\n")}`;

const FORMATS = textAndJson(
  ({ sections, out }: Reported) =>
    `${sections.map(({ title, path }) => `${title} (${path})\n`).join("")}report written to ${out}\n`,
);

interface Options extends FormatOptions {
  readonly out?: string;
  readonly open: boolean;
  readonly force: boolean;
}

/** What opens a file with the program that the user has for it. */
const OPENERS: Readonly<Record<string, string>> = { darwin: "open", win32: "explorer.exe" };

/** Opens a file, and does not wait for its window to be closed. */
async function open(path: string): Promise<void> {
  const opener = OPENERS[platform()] ?? "xdg-open";
  const child = spawn(opener, [pathToFileURL(resolve(path)).href], { detached: true, stdio: "ignore" });
  const failed = await new Promise<unknown>((tell) => {
    child.once("error", tell);
    child.once("spawn", () => tell(undefined));
  });
  if (failed !== undefined) note(`note: ${opener} did not start (${reason(failed)}); open ${path} yourself`);
  child.unref();
}

/** Arguments, options and action of `adamcheck report`. */
export function reportCommand(command: Command): void {
  command
    .argument("<folder>", "what is reported on")
    .option("--out <file>", "a new file (default: report.html in the folder)")
    .option("--open", "show it in the browser", false)
    .option("--force", "replace an existing file", false);
  withHelp(withFormat(withLoad(command), FORMATS), {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: ["adamcheck check moment-ratio --cases 4 --out checked", "adamcheck report checked --force"],
  }).action(async (folder: string, { out, open: shown, force, ...options }: Options) => {
    const reported = report(folder, { force, out });
    for (const path of reported.leftOut) warn(`${path} is nothing that can be reported on, or is damaged`);
    deliver(reported, FORMATS, options);
    if (shown) await open(reported.out);
  });
}
