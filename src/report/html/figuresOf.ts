import { InputError } from "../../setting/inputError.ts";
import type { Source } from "../figures/figure.ts";
import { FIGURES } from "../figures/registry.ts";
import { drawFigure } from "../figures/svg.ts";
import type { Block } from "./section.ts";

/**
 * Every figure that can be drawn of a folder or file.
 *
 * @param source its place
 * @returns a block each, in the order of `figure --list`
 */
export const figuresOf = (source: Source): Block[] =>
  FIGURES.flatMap((figure): Block[] => {
    try {
      return [{ kind: "figure", svg: drawFigure(figure, source).svg, about: figure.about }];
    } catch (error) {
      // A figure of something else says so.
      if (error instanceof InputError) return [];
      throw error;
    }
  });
