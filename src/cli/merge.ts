import type { Command } from "commander";
import { merge } from "../experiments/sweep/merge.ts";
import { mergedText } from "../report/sweepText.ts";
import { print } from "./output.ts";

const HELP = `
A run that several folders have is taken once, an outcome rather than a failure. The folders that are read are left as they are, and a sweep of the
same plan goes on in the new one, which keeps its plan.json where it has one.

Exit codes: 0 done, 2 bad input or no room.`;

/** Arguments, options and action of `adamcheck merge`. */
export function mergeCommand(command: Command): void {
  command
    .argument("<folders...>", "of sweeps, such as the shards of one")
    .requiredOption("--out <folder>", "where all of their runs are put; it may have runs already")
    .addHelpText("after", HELP)
    .action((folders: string[], { out }: { out: string }) => {
      print(mergedText(merge(folders, out), out));
    });
}
