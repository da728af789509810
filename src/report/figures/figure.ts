import type { Diagram } from "../../experiments/phase/diagram.ts";
import type { Plan } from "../../experiments/sweep/plan.ts";
import type { Value } from "../../experiments/sweep/range.ts";
import type { SpreadRow } from "../../experiments/sweep/spread.ts";
import type { SummaryRow } from "../../experiments/sweep/summary.ts";
import { shell } from "../../setting/shell.ts";
import type { Table } from "../table.ts";
import type { Sheet } from "./sheet/sheet.ts";
import type { Beside } from "./sweep/beside.ts";

/** What `--from` names: a file with a result, or a folder that a command has written. */
export interface Source {
  /** As it was given, for messages and for the command under the figure. */
  readonly path: string;
  /** What the command under the figure must load besides: " --load FILE", once a file. */
  readonly load?: string;
  /** The command that makes the figure, where it is not `adamcheck figure`. */
  readonly command?: string;
  /** The event that a phase diagram is asked for, where it is named. */
  readonly event?: string;
  /** Parsed JSON of the file; of a folder, that of the file with this name. Undefined where there is no such file. */
  json(name?: string): unknown;
  /** Comma-separated values of the file, by lines; undefined of what holds something else. */
  table(): Table | undefined;
  /** The outcome of every finished run in a folder's journal, in its order; none where it keeps none. */
  outcomes(): Iterable<unknown>;
  /** Medians and frequencies of a sweep's folder by its columns; throws InputError where it is none. */
  summary(by: readonly string[]): readonly SummaryRow[];
  /** Means and standard deviations of a sweep's folder by its columns; throws InputError where it is none. */
  spread(by: readonly string[]): readonly SpreadRow[];
  /** What is known beside the runs of a sweep: published values and thresholds. */
  beside(plan: Plan, axis: string, seriesOf: (point: Readonly<Record<string, Value>>) => string): Beside;
  /** The diagram of a phase folder, of as much as was run, and what does not vary in it; undefined where the source is a file. */
  diagram(): { readonly diagram: Diagram; readonly about: string } | undefined;
}

/** A picture by name. Pure but for `read`: the same data give the same picture, in Node and in a browser. */
export interface Figure<Data> {
  readonly name: string;
  /** One line. */
  readonly about: string;
  /** What `--from` must name. */
  readonly from: string;
  /**
   * Takes its data out of a source.
   *
   * @throws InputError, one sentence, where the source is something else
   */
  read(source: Source): Data;
  /**
   * Title, panels, legend and caption, to be drawn by `drawSheet` in whatever room there is.
   *
   * @param data as `read` gives them, or as a program has them
   */
  sheet(data: Data): Sheet;
  /** What is under the figure: setting, seeds and the command that makes it. */
  caption(data: Data): string;
}

/**
 * The command that makes a figure of a source.
 *
 * @param figure its name
 * @param source that it is drawn from
 * @returns the command, as it is typed
 */
export const commandFor = (figure: string, { path, load = "", command, event }: CommandSource): string =>
  command ??
  shell(["adamcheck", "figure", figure, "--from", path, ...(event === undefined ? [] : ["--event", event])]) + load;

type CommandSource = Pick<Source, "path" | "load" | "command" | "event">;
