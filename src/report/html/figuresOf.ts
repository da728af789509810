import { InputError } from "../../setting/inputError.ts";
import type { Figure, Source } from "../figures/figure.ts";
import { FIGURES } from "../figures/registry.ts";
import { drawFigure } from "../figures/svg.ts";
import type { Block } from "./section.ts";

type Drawing = Extract<Block, { kind: "figure" }>;

function drawn(figure: Figure<unknown>, source: Source): Drawing | undefined {
  try {
    return { kind: "figure", svg: drawFigure(figure, source).svg, about: figure.about };
  } catch (error) {
    // A figure of something else says so.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/**
 * Every figure that can be drawn of a folder or file.
 *
 * @param source its place
 * @returns a block each, in the order of `figure --list`; where two figures come out the same but for the command that they name, the first
 */
export function figuresOf(source: Source): Drawing[] {
  const byPicture = new Map<string, Drawing>();
  for (const figure of FIGURES) {
    const drawing = drawn(figure, source);
    if (!drawing) continue;
    const picture = drawing.svg.replaceAll(`figure ${figure.name} --from`, "");
    if (!byPicture.has(picture)) byPicture.set(picture, drawing);
  }
  return [...byPicture.values()];
}
