import type { Command } from "commander";
import { papers } from "../library/papers.ts";
import { PAPERS } from "../papers/registry.ts";
import { papersText } from "../report/papersText.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";

const FORMATS = textAndJson(papersText);

interface Options extends OutOptions {
  readonly from?: string;
}

/** Arguments, options and action of `adamcheck papers`. */
export function papersCommand(command: Command): void {
  command
    .argument("[papers...]", `${PAPERS.map(({ tag }) => tag).join(", ")}; all of them if none is named`)
    .option("--from <path>", "verdicts of this folder of check --out (default: those kept with this version)");
  withHelp(withOut(command, FORMATS), {
    about: "The papers, each a folder of data: settings, what of them is reproduced, claims with verdicts, readings.",
    exits: "0 done, 2 bad input",
    examples: ["adamcheck papers", "adamcheck papers K23 --json"],
  }).action((names: string[], { from, ...options }: Options) => deliver(papers(names, { from }), FORMATS, options));
}
