import { extname } from "node:path";
import { writeAside } from "../experiments/writeAside.ts";
import type { Figure, Source } from "../report/figures/figure.ts";
import { FIGURES } from "../report/figures/registry.ts";
import { sourceAt } from "../report/figures/source.ts";
import { drawFigure } from "../report/figures/svg.ts";
import { InputError, show } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { loadArguments } from "./load/loaded.ts";
import { anything, checked, flag, memberNamed, text } from "./options.ts";
import { checkWritable } from "./outFiles.ts";

/** What a figure is drawn from, and where it is kept. */
export interface FigureOptions {
  /** A path of a result's file or of a folder, as the figure says; or the result itself, as plain data. */
  readonly from: unknown;
  /** A new file, .svg or .png. */
  readonly out?: string | undefined;
  /** Whether an existing file may be replaced. */
  readonly force?: boolean | undefined;
}

/** A figure that is drawn. */
export interface DrawnFigure {
  /** The text of an SVG file that needs nothing besides. */
  readonly svg: string;
  /** What is under it: setting, seeds and the command that makes it. */
  readonly caption: string;
}

const schema = z.strictObject({ from: anything<unknown>(), out: text(), force: flag() });

/** What a figure is written as, by the ending of its file. */
const ENDINGS: Readonly<Record<string, (svg: string) => Promise<string | Uint8Array>>> = {
  ".svg": async (svg) => svg,
  ".png": async (svg) => (await import("../report/figures/formats/png.ts")).pngOf(svg),
};

function endingOf(out: string) {
  const ending = extname(out).toLowerCase();
  const found = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (found) return found;
  throw new InputError(
    `out must end in one of ${Object.keys(ENDINGS).join(", ")}, but is ${show(out)}; name it accordingly`,
  );
}

/** A result that a program has, as a source: what standard input would hold. */
const sourceOf = (result: unknown): Source => ({
  path: "-",
  json: (name) => (name === undefined ? result : undefined),
  *outcomes() {},
  summary() {
    throw new InputError("from must name the folder of a sweep for this figure, but is a result; give the path");
  },
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

/**
 * Draws a result.
 *
 * @param name one of `figures()`
 * @param options from: a path, or the result itself; out: a file to write
 * @returns the SVG and its caption; the same input gives the same bytes
 * @throws InputError where the source is not what the figure is of
 * Source: ours.
 * @example
 * figures().map(({ name }) => name).includes("trajectory") // => true
 */
export async function figure(name: string, options: FigureOptions): Promise<DrawnFigure> {
  const { from, out, force = false } = checked(schema, options, "figure's options");
  const drawing = memberNamed<Figure<unknown>>("the figure's name", FIGURES, name);
  if (from === undefined) throw new InputError(`from must name ${drawing.from}, but is missing; add it`);
  const encode = endingOf(out ?? "figure.svg");
  if (out !== undefined) checkWritable(out, force);
  const source = typeof from === "string" ? sourceAt(from) : sourceOf(from);
  const drawn = drawFigure(drawing, { ...source, load: loadArguments() });
  if (out !== undefined) writeAside(out, await encode(drawn.svg));
  return drawn;
}
