import { existsSync } from "node:fs";
import type { Command } from "commander";
import { checkpointFile } from "../experiments/checkpoint/checkpointFile.ts";
import type { CheckpointOptions } from "../experiments/checkpoint/keeping.ts";
import { removeAsides } from "../experiments/writeAside.ts";
import { checkWritable } from "../library/outFiles.ts";
import { durationFrom } from "./duration.ts";
import type { OutOptions } from "./outOptions.ts";
import { note } from "./output.ts";

/** Where a command writes on its way how far it has come, and how often. */
export interface CheckpointArguments {
  readonly checkpoint?: string;
  readonly checkpointEvery?: string;
}

/** Help of `--checkpoint-every`. */
export const EVERY_HELP = "how often, such as 10s or 5m (default: 50s, so that a kill costs a minute at most)";

/** Seconds between two checkpoints; undefined where it was not said. */
export const everyFrom = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : durationFrom("--checkpoint-every", text);

const pathOf = ({ checkpoint, out }: CheckpointArguments & Pick<OutOptions, "out">): string | undefined =>
  checkpoint ?? (out === undefined ? undefined : `${out}.checkpoint`);

/**
 * Adds `--checkpoint` and `--checkpoint-every` to a command that has `--out`, and looks at them before anything is done.
 *
 * @param command that gets them
 * @returns the same command
 */
export const withCheckpoint = (command: Command): Command =>
  command
    .option(
      "--checkpoint <file>",
      "where a run of more than a minute writes how far it has come, so that the same command goes on from there (default: OUT.checkpoint, with --out)",
    )
    .option("--checkpoint-every <time>", EVERY_HELP)
    .hook("preAction", (called) => {
      const given = called.opts() as CheckpointArguments;
      everyFrom(given.checkpointEvery);
      if (given.checkpoint !== undefined) checkWritable(given.checkpoint, true, "checkpoint");
    });

/** The checkpoints of one call of a command. */
export interface Checkpoints {
  /** What the library is given. */
  readonly options: CheckpointOptions;
  /** To be called when the result has been delivered. */
  end(interrupted: boolean | undefined): void;
}

/**
 * Where a call writes its checkpoints.
 *
 * @param given its options; --force lets the checkpoint of another run be replaced
 * @param say told what is found
 * @returns undefined where no file is named
 */
export function checkpointsOf(
  given: CheckpointArguments & OutOptions,
  say: (sentence: string) => void,
): Checkpoints | undefined {
  const path = pathOf(given);
  if (path === undefined) return undefined;
  const file = checkpointFile(path);
  return {
    options: { ...file, every: everyFrom(given.checkpointEvery), replace: given.force, onNote: say },
    end(interrupted) {
      if (!interrupted) {
        file.clear();
        // A kill between a result and its name leaves what was written beside it.
        if (given.out !== undefined) removeAsides(given.out);
        return;
      }
      const how = given.out === undefined ? "the same command" : "the same command with --force";
      if (existsSync(path)) note(`${how} goes on from there (${path})`);
    },
  };
}
