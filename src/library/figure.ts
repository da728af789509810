import { knownEvents } from "../experiments/sweep/events.ts";
import { writeAside } from "../experiments/writeAside.ts";
import type { DrawnFigure } from "../report/figures/drawnFigure.ts";
import type { Figure, Source } from "../report/figures/figure.ts";
import { isPicture, PICTURES, pictureOf } from "../report/figures/formats/formats.ts";
import { FIGURES } from "../report/figures/registry.ts";
import { type Page, printed, SCREEN } from "../report/figures/sheet/page.ts";
import { sourceAt } from "../report/figures/source.ts";
import { drawFigure } from "../report/figures/svg.ts";
import { InputError, show } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { loadArguments } from "./load/loaded.ts";
import { anything, checked, flag, memberNamed, text } from "./options.ts";
import { checkWritable } from "./outFiles.ts";

/** What a figure is drawn from, how, and where it is kept. */
export interface FigureOptions {
  /** A path of a result's file or of a folder, as the figure says; or the result itself, as plain data. */
  readonly from: unknown;
  /** A new file, .svg, .png or .pdf. */
  readonly out?: string | undefined;
  /** Whether an existing file may be replaced. */
  readonly force?: boolean | undefined;
  /** The width that it is laid out for, "3.25in" (in, cm, mm, pt): its letters are 7 to 8 pt whatever it is. For a screen unless given. */
  readonly width?: string | undefined;
  /** The only panels that are drawn, by name, with commas between: "plus-log,minus-log". The result names those that there are. */
  readonly panel?: string | undefined;
  /** Whether title, caption and command are left out; they stay in the description of the file. */
  readonly bare?: boolean | undefined;
  /** Whether it is for a page with a dark ground. */
  readonly dark?: boolean | undefined;
  /** Of `phase` and a folder: what is asked of the runs; "generalizes" unless given. */
  readonly event?: string | undefined;
}

const schema = z.strictObject({
  ...{ from: anything<unknown>(), out: text(), force: flag() },
  ...{ width: text(), panel: text(), bare: flag(), dark: flag(), event: text() },
});

function mustBePicture(out: string): void {
  if (isPicture(out)) return;
  throw new InputError(`out must end in one of ${PICTURES.join(", ")}, but is ${show(out)}; name it accordingly`);
}

function noFolder(): never {
  throw new InputError("from must name the folder of a sweep for this figure, but is a result; give the path");
}

/**
 * A result that a program has, as a source: what standard input would hold.
 *
 * @param result plain data
 * @param command that the caption names; that which draws standard input unless given
 */
const sourceOf = (result: unknown, command?: string): Source => ({
  path: "-",
  ...(command !== undefined && { command }),
  json: (name) => (name === undefined ? result : undefined),
  table: () => undefined,
  *outcomes() {},
  summary: noFolder,
  spread: noFolder,
  beside: () => ({ published: [], thresholds: [] }),
  diagram: () => undefined,
});

/**
 * Every figure.
 *
 * @returns of each its name, what it is of, and what it is drawn from
 * Source: ours.
 * @example
 * figures()[0].name // => "trajectory"
 */
export const figures = () => FIGURES.map(({ name, about, from }) => ({ name, about, from }));

/** What a figure is laid out for; a screen where nothing else is asked. */
function pageFrom({ width, panel, bare }: Pick<FigureOptions, "width" | "panel" | "bare">): Page {
  const page = width === undefined ? SCREEN : printed(width);
  return { ...page, ...(panel !== undefined && { panel }), ...(bare !== undefined && { bare }) };
}

/** The event that a phase diagram is asked for. */
function eventOf(event: string | undefined, figure: string) {
  if (event === undefined) return {};
  if (figure !== "phase")
    throw new InputError(`event must come with the figure phase, but it is ${figure}; leave it out`);
  return { event: memberNamed("event", knownEvents(), event) };
}

/**
 * Draws a result.
 *
 * @param name one of `figures()`
 * @param options from: a path, or the result itself; out: a file to write; width, panel, bare, dark: how it looks
 * @returns the SVG, its caption and the names of its panels; the same input gives the same bytes
 * @throws InputError where the source is not what the figure is of, or has no such panel
 * Source: ours.
 * @example
 * figures().map(({ name }) => name).includes("trajectory") // => true
 */
export const figure = (name: string, options: FigureOptions): Promise<DrawnFigure> => figureBy(name, options);

/**
 * Draws a result, as `figure` does, with a caption that names another command.
 *
 * @param name one of `figures()`
 * @param options those of `figure`
 * @param command that makes the figure; `adamcheck figure` unless given
 * @returns the SVG and its caption
 * @throws InputError as `figure`
 */
export async function figureBy(name: string, options: FigureOptions, command?: string): Promise<DrawnFigure> {
  const { from, out, force = false, dark = false, event, ...look } = checked(schema, options, "figure's options");
  const drawing = memberNamed<Figure<unknown>>("the figure's name", FIGURES, name);
  if (from === undefined) throw new InputError(`from must name ${drawing.from}, but is missing; add it`);
  if (out !== undefined) {
    mustBePicture(out);
    checkWritable(out, force);
  }
  const page = pageFrom(look);
  const asked = eventOf(event, drawing.name);
  const source = typeof from === "string" ? sourceAt(from, asked) : sourceOf(from, command);
  const drawn = drawFigure(drawing, { ...source, load: loadArguments() }, { page, dark });
  if (out !== undefined) writeAside(out, await pictureOf(drawn.svg, out, page));
  return drawn;
}
