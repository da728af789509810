import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { DrawnFigure, FigureOptions, figure, simulate } from "../src/index.ts";
import { sweepFolder } from "./sweepFolder.ts";

/** A figure that the documents show, as figures.json lists it: of a kept result, of a run that is made here, or of a sweep of which plan and table are kept. */
export interface Listed {
  /** Path without ending. */
  readonly file: string;
  readonly figure: string;
  readonly from?: string;
  readonly run?: string;
  readonly sweep?: string;
}

/** Where and by what figures are drawn. */
export interface Workshop {
  /** The checkout. */
  readonly root: string;
  /** A folder for what is made on the way. */
  readonly scratch: string;
  readonly figure: typeof figure;
  readonly simulate: typeof simulate;
}

/** What is drawn from. Captions name paths as they are typed: in the checkout, or where a result was kept, which becomes the working directory. */
async function sourceFor({ from, run, sweep }: Listed, { root, scratch, simulate }: Workshop): Promise<string> {
  process.chdir(from === undefined ? scratch : root);
  if (from !== undefined) return from;
  const name = basename((run ?? sweep) as string);
  if (existsSync(name)) return name;
  if (sweep !== undefined) sweepFolder(join(root, sweep), name);
  if (run !== undefined) {
    const result = await simulate(JSON.parse(readFileSync(join(root, run), "utf8")));
    writeFileSync(name, JSON.stringify(result));
  }
  return name;
}

/**
 * Draws a listed figure on a light and on a dark ground.
 *
 * @param listed what
 * @param workshop where
 * @param options for a path from the checkout's root, with ending
 * @returns the drawn figures by that path
 */
export async function drawListed(
  listed: Listed,
  workshop: Workshop,
  options: (path: string) => Partial<FigureOptions> = () => ({}),
): Promise<ReadonlyMap<string, DrawnFigure>> {
  const from = await sourceFor(listed, workshop);
  const drawn = new Map<string, DrawnFigure>();
  for (const [ground, dark] of [
    ["", false],
    ["-dark", true],
  ] as const) {
    const path = `${listed.file}${ground}.svg`;
    drawn.set(path, await workshop.figure(listed.figure, { from, dark, ...options(path) }));
  }
  return drawn;
}
