/** Words that questions are full of, and that find nothing. */
const FILLERS = new Set(
  "a an and are at can do does for how i in is it me my of on or own the to what which with".split(" "),
);

/** How entries are looked up: what builds the index and what reads it must agree. */
export const OPTIONS = {
  fields: ["title", "page", "text"],
  storeFields: ["title", "page"],
  processTerm(term: string): string | null {
    const word = term.toLowerCase();
    return FILLERS.has(word) ? null : word;
  },
  searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15 },
};
