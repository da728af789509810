/** How far the project has a paper's item. */
export const HOW = ["faithful", "a reading", "not yet", "not possible"] as const;

/**
 * faithful: as printed, or as the text leaves no choice;  a reading: something was left open, or could not be seen, and was read in one way;  not yet: it could be had and is not;
 * not possible: nobody could check it here.
 */
export type How = (typeof HOW)[number];

/** A definition, condition, equation, lemma, theorem, table, figure or remark of a paper, and where this project has it. */
export interface PaperItem {
  readonly paper: "T25" | "Z21" | "C22" | "K23" | "XL24" | "ZZC24" | "MLPA22" | "WA24" | "MLSWG25" | "CS26";
  /** As the paper calls it; an equation's number stands in parentheses. */
  readonly item: string;
  /** What it says, in a few words. */
  readonly about: string;
  readonly how: How;
  /** Ids of the claims that check it. */
  readonly claims?: readonly string[];
  /** Files that carry it out or look at it, beside those of its claims. */
  readonly files?: readonly string[];
  /** What was read how, or why it is missing: a sentence. */
  readonly note?: string;
}

/** Items that belong together, under a heading. */
export interface PaperPart {
  readonly title: string;
  readonly items: readonly PaperItem[];
}

type Given = Omit<PaperItem, "paper" | "item" | "about">;

/** A maker of a paper's items. */
export const itemOf =
  (paper: PaperItem["paper"]) =>
  (item: string, about: string, given: Given): PaperItem => ({ paper, item, about, ...given });
