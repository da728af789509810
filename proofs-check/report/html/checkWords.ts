import { explained } from "../../../src/report/html/glossary.ts";
import type { Words } from "../../../src/report/html/section.ts";

/** What the words of verdicts mean, in the order in which a reader meets them. */
export const CHECK_WORDS: Words = {
  proved: "an argument over the whole stated domain, by exact algebra or interval arithmetic",
  certified: "calculated with outward-rounded numbers, so that it is certain, of the instances that were run",
  tested: "true of every random case that was run; one that fails is shrunk to the smallest",
  measured: "an exponent or a frequency over seeds, with its 95% interval",
  "at chosen sizes": "networks picked so that what the claim speaks of can be seen",
  "elsewhere, agrees":
    "random small networks wherever the hypotheses hold with constants 1, and the share of them that agree",
  "fails with constants 1, for small n":
    "some of these disagree when hidden constants are read as 1; that contradicts no statement about n -> infinity",
  "holds in part": "some evidence, or some of the source's readings, hold, and none contradicts",
  contradicted: "at the sizes chosen the opposite is seen, beyond chance",
  open: "the evidence says neither yes nor no",
  reading: "where the source says a thing in several ways, one of them",
  ...explained("level 0", "level 1", "level 2").words,
};
