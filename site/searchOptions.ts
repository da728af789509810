/** How entries are looked up: what builds the index and what reads it must agree. */
export const OPTIONS = {
  fields: ["title", "page", "text"],
  storeFields: ["title", "page"],
  processTerm: (term: string) => term.toLowerCase(),
  searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: "AND" as const },
};
