import { slugOf } from "./markdown.ts";

/** A section of docs/theory.md that states claims. */
export interface TheorySection {
  /** Without its number. */
  readonly title: string;
  /** Its heading's id. */
  readonly slug: string;
  /** Ids of the claims in its table. */
  readonly claims: readonly string[];
}

/** Section 4 states them; others name them. */
const CLAIMS = "4";

/**
 * The sections of the theory that state claims, in its order.
 *
 * @param theory the text of docs/theory.md
 * @returns those with a table of claims
 * @example
 * theorySections("### 4.6 Descent\n\n| `adam-descent` | T25 |\n")[0].title // => "Descent"
 */
export const theorySections = (theory: string): TheorySection[] =>
  theory
    .split(/^(?=#{1,3} )/m)
    .map((section) => {
      const [, heading = ""] = /^#+ (.*)$/m.exec(section) ?? [];
      const claims = [...section.matchAll(/^\| `([\w.-]+)` \|/gm)].map(([, id]) => id as string);
      return { title: heading.replace(/^[\d.]+ /, ""), slug: slugOf(heading), claims };
    })
    .filter(({ slug, claims }) => slug.startsWith(CLAIMS) && claims.length > 0);
