import { type Command, Option } from "commander";
import { isPicture } from "../report/figures/formats/formats.ts";
import { InputError } from "../setting/inputError.ts";

/** What `--out` may name. */
export interface Outs {
  /** A figure's file, by its ending. */
  readonly picture?: string;
  /** Anything else. */
  readonly other?: string;
}

/**
 * Tells figures from other paths of a repeated `--out`.
 *
 * @param paths as given
 * @param what the others are, "a folder"
 * @returns at most one of each
 * @throws InputError where there are two of one kind
 */
export function outsFrom(paths: readonly string[], what: string): Outs {
  const [pictures, others] = [paths.filter(isPicture), paths.filter((path) => !isPicture(path))];
  for (const [kind, found] of [["a figure", pictures] as const, [what, others] as const]) {
    if (found.length > 1)
      throw new InputError(`--out must name ${kind} once, but names ${found.join(" and ")}; leave one out`);
  }
  const [[picture], [other]] = [pictures, others];
  return { ...(picture !== undefined && { picture }), ...(other !== undefined && { other }) };
}

/** Collects what a repeated option names. */
export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/**
 * Says what to type instead of `--svg`.
 *
 * @param command that draws
 * @returns the same command
 */
export const withoutSvg = (command: Command): Command =>
  command.addOption(
    new Option("--svg <file>").hideHelp().argParser((file) => {
      throw new InputError(
        `--svg must be --out, which draws by the ending of its file, but is given; write --out ${file}`,
      );
    }),
  );
