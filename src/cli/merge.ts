import type { Command } from "commander";
import { mergeSweeps } from "../library/mergeSweeps.ts";
import { mergedText } from "../report/sweepText.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { type FormatOptions, textAndJson, withFormat } from "./outOptions.ts";

const ABOUT = `
A run that several folders have is taken once, an outcome rather than a failure. The folders that are read are left as they are, and a sweep of the
same plan goes on in the new one, which keeps its plan.json where it has one.`;

/** Arguments, options and action of `adamcheck merge`. */
export function mergeCommand(command: Command): void {
  command
    .argument("<folders...>", "of sweeps, such as the shards of one")
    .requiredOption("--out <folder>", "where all of their runs are put; it may have runs already");
  withHelp(withFormat(withLoad(command), textAndJson(String)), {
    about: ABOUT,
    exits: "0 done, 2 bad input or no room",
    examples: [
      "adamcheck sweep examples/sweep.yaml --shard 1/2 --out shard-1",
      "adamcheck sweep examples/sweep.yaml --shard 2/2 --out shard-2",
      "adamcheck merge shard-1 shard-2 --out whole",
    ],
  }).action((folders: string[], { out, ...options }: FormatOptions & { out: string }) => {
    deliver(
      mergeSweeps(folders, { out }),
      textAndJson((merged) => mergedText(merged, out)),
      options,
    );
  });
}
