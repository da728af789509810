import { InputError } from "../../setting/inputError.ts";
import type { Figure, Source } from "../figures/figure.ts";
import { FIGURES } from "../figures/registry.ts";
import { drawFigure } from "../figures/svg.ts";
import type { Block } from "./section.ts";

type Drawn = Extract<Block, { kind: "figure" | "text" }>;

function drawn(figure: Figure<unknown>, source: Source): Drawn | undefined {
  try {
    return { kind: "figure", svg: drawFigure(figure, source).svg, about: figure.about };
  } catch (error) {
    // A figure of something else says so.
    if (error instanceof InputError) return undefined;
    // Of a file that was tampered with: the report goes on without it, and does not hide it.
    return { kind: "text", text: `The figure ${figure.name} cannot be drawn of this: ${(error as Error).message}.` };
  }
}

/**
 * Every figure that can be drawn of a folder or file.
 *
 * @param source its place
 * @param names those that are wanted; all unless given
 * @returns a block each, in the order of `figure --list`; where two figures come out the same but for the command that they name, the first
 */
export function figuresOf(source: Source, names?: readonly string[]): Block[] {
  const byPicture = new Map<string, Block>();
  for (const figure of FIGURES.filter(({ name }) => names?.includes(name) ?? true)) {
    const drawing = drawn(figure, source);
    if (!drawing) continue;
    const picture = (drawing.kind === "figure" ? drawing.svg : drawing.text).replaceAll(
      `figure ${figure.name} --from`,
      "",
    );
    if (!byPicture.has(picture)) byPicture.set(picture, drawing);
  }
  return [...byPicture.values()];
}
