import { explained } from "../../../src/report/html/glossary.ts";
import type { Words } from "../../../src/report/html/section.ts";

/** What the words of verdicts mean, in the order in which a reader meets them. */
export const CHECK_WORDS: Words = explained(
  ...["machine-checked", "proved", "certified", "tested", "measured", "at the sizes chosen", "fails with constants 1"],
  ...["holds in part", "contradicted", "open", "reading", "level 0", "level 1", "level 2"],
).words;
