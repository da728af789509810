import { runOfResult } from "../../../dynamics/run.ts";
import { InputError } from "../../../setting/inputError.ts";
import { partsOf } from "../../../setting/parts.ts";
import { momentFrom } from "../../../sim/momentFrom.ts";
import type { Run } from "../../../sim/run.ts";
import type { Moment } from "../../../sim/trajectory.ts";
import { commandFor, type Source } from "../figure.ts";
import { settingText, trainingText } from "../sheet/words.ts";

/** A run and what it recorded: what figures of a training are drawn from. */
export interface RunData {
  readonly config: Pick<Run, "setting" | "network" | "optimizer" | "seed"> & { readonly batchSize?: number };
  /** Two moments or more. */
  readonly history: readonly Moment[];
  /** What ended it before its time: the step at which a number was not finite. */
  readonly divergedStep?: number;
  /** Of a training in coefficients: by which recurrence. */
  readonly method?: string;
  /** What makes the figure. */
  readonly command: string;
}

/** What the figures of one training are made from. */
export const RUN_RESULT = 'a file that "simulate" or "dynamics" wrote with --out';

/**
 * A recorded history, checked.
 *
 * @param value parsed JSON
 * @param place where it stands, for errors
 * @param of what the whole must be, for errors
 * @returns two moments or more
 * @throws InputError
 */
export function historyOf(value: unknown, place = "history", of = RUN_RESULT): Moment[] {
  const parts = partsOf(of);
  return parts.list(value, place, 2).map((moment, k) => momentFrom(parts, moment, `${place}[${k}]`));
}

/**
 * The result of `simulate` or `dynamics` behind a source.
 *
 * @param source that `--from` names
 * @param figure for the command
 * @returns run and history
 * @throws InputError where it is something else, or holds fewer than two moments
 */
export function runFrom(source: Source, figure: string): RunData {
  const parts = partsOf(RUN_RESULT);
  const { config, history, diverged, method } = parts.object(source.json(), "the whole");
  const run = runOfResult(parts.object(config, "config"));
  const divergedStep =
    diverged === undefined ? undefined : parts.number(parts.object(diverged, "diverged").step, "diverged.step");
  if (divergedStep !== undefined && Array.isArray(history) && history.length < 2) {
    throw new InputError(
      `from must name a run with two records or more, but that of ${source.path} diverged at step ${divergedStep}, before its second; lower optimizer.lr`,
    );
  }
  return {
    config: run as RunData["config"],
    history: historyOf(history),
    ...(divergedStep !== undefined && { divergedStep }),
    ...(method !== undefined && { method: parts.text(parts.object(method, "method").name, "method.name") }),
    command: commandFor(figure, source),
  };
}

/** Setting, training, seed and command of a figure of one run. */
export function runCaption({ config, divergedStep, method, command }: RunData): string {
  const { setting, seed } = config;
  const end = divergedStep === undefined ? "" : ` Diverged at step ${divergedStep}.`;
  const how = method === undefined ? "" : `, in coefficients (${method})`;
  return `${settingText(setting)}; ${trainingText(config)}${how}; 1 seed (${seed}).${end} Made by: ${command}`;
}
