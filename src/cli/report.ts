import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { arch, platform, release } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import { reason } from "../experiments/reason.ts";
import { writeAside } from "../experiments/writeAside.ts";
import { gather } from "../report/html/gather.ts";
import { type Environment, page } from "../report/html/page.ts";
import { InputError } from "../setting/inputError.ts";
import { checkWritable } from "./files.ts";
import { note, print, warn } from "./output.ts";
import { packageFile } from "./packageFile.ts";
import { KINDS } from "./reportKinds.ts";

const KNOWN = KINDS.map(({ about }) => about);

const HELP = `
One HTML file that needs nothing besides: no network, no script, no font; it prints on A4. It says what was run, shows tables and figures, verdicts with their
statements, how each part is done again, and what made the report. The folder may hold, itself or in folders directly in it (files whose names end in .json):

${KNOWN.map((about) => `  ${about}`).join("\n")}

  adamcheck check --budget 10m --out checked
  adamcheck report checked --open

Exit codes: 0 done, 2 bad input.`;

interface Options {
  readonly out?: string;
  readonly open: boolean;
  readonly force: boolean;
}

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
    .option("--force", "replace an existing file", false)
    .addHelpText("after", HELP)
    .action(async (folder: string, options: Options) => {
      checkFolder(folder);
      const out = options.out ?? join(folder, "report.html");
      checkWritable(out, options.force);
      const { sections, leftOut } = gather(folder, KINDS);
      if (sections.length === 0) {
        throw new InputError(
          `${folder} must hold something to report on (${KNOWN.join("; ")}), but holds nothing of the kind; check the path`,
        );
      }
      const title = `adamcheck report: ${basename(resolve(folder))}`;
      for (const path of leftOut) warn(`${path} is nothing that can be reported on, or is damaged`);
      writeAside(out, page(title, sections, leftOut, environment()));
      print(`${sections.map(({ title, path }) => `${title} (${path})\n`).join("")}report written to ${out}\n`);
      if (options.open) await open(out);
    });
}
