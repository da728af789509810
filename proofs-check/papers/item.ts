import type { PaperItem } from "../../src/papers/item.ts";

/** An item, with the paper that it is of. */
export interface ListedItem extends PaperItem {
  /** The paper's tag. */
  readonly paper: string;
}

/** Items that belong together, under a heading. */
export interface PaperPart {
  readonly title: string;
  readonly items: readonly ListedItem[];
}

type Given = Omit<PaperItem, "item" | "about">;

/** A maker of a paper's items. */
export const itemOf =
  (paper: string) =>
  (item: string, about: string, given: Given): ListedItem => ({ paper, item, about, ...given });
