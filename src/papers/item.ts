/** How far the project has a paper's item. */
export const HOW: readonly How[] = ["faithful", "a reading", "not yet", "not possible"];

/**
 * faithful: as printed, or as the text leaves no choice;  a reading: something was left open, or could not be seen, and was read in one way;  not yet: it could be had and is not;
 * not possible: nobody could check it here.
 */
export type How = "faithful" | "a reading" | "not yet" | "not possible";

/** A definition, condition, equation, lemma, theorem, table, figure or remark, and where this project has it. */
export interface PaperItem {
  /** As its paper calls it; an equation's number stands in parentheses. */
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
