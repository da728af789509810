import type { SvgElement } from "../dom.ts";
import type { Letters } from "./page.ts";

/** Something of a height, drawn with its top at y. */
export interface Block {
  readonly height: number;
  readonly at: (y: number) => readonly SvgElement[];
}

/** Where the page's content is. */
export interface Inner {
  readonly left: number;
  readonly width: number;
  readonly letters: Letters;
}
