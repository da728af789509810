import type { Command } from "commander";
import { planSchema } from "../experiments/sweep/plan.ts";
import { runFileSchema } from "../sim/runFile.ts";

/** Fields of files that commands read: what is said of one is said of the file, unless an option gave it. */
const OF_FILES: ReadonlySet<string> = new Set([...Object.keys(runFileSchema.shape), ...Object.keys(planSchema.shape)]);

/**
 * An error of the library, whose fields are those of a script, as one about the options of a command.
 *
 * @param message "out must be a new file, ..."
 * @param command that was called
 * @returns "--out must be a new file, ...", where its first word is such an option; the message as it is else
 * Source: ours.
 */
export function optionNamed(message: string, command: Command | undefined): string {
  const [, name = ""] = /^(\w+) must /.exec(message) ?? [];
  const option = command?.options.find((one) => one.attributeName() === name);
  if (option === undefined) return message;
  if (OF_FILES.has(name) && command?.getOptionValueSource(name) !== "cli") return message;
  return message.replace(name, option.long as string);
}
