import { itemOf, type PaperPart } from "./item.ts";

const t25 = itemOf("T25");

const FROM_STATES = "weights within the premises are drawn and judged; the premises are those of";

/** [T25] appendix C. */
export const T25_PROOFS: PaperPart = {
  title: "[T25] Appendix C: proofs",
  items: [
    t25("Lemma C.1", "Adam's normalized step is bounded", {
      how: "a reading",
      claims: ["moment-ratio"],
      files: ["src/bounds/hypotheses/momentRatio.ts"],
      note: "its display is not in the text we have: the bound that Cauchy and Schwarz give, with its best constant",
    }),
    t25("Lemma C.2", "Adam's step is a sign, unless the gradient is small", {
      how: "a reading",
      claims: ["adam-as-sign"],
      files: ["docs/results/signs/result.md"],
      note: "the threshold on B_i is not in the text we have: eta s sigma_p |l|/B + lambda |w[k]|, as C.3's proof uses it, for examples in the present batch (tau_0 = 0); on coordinate 1 g is that of all examples, or of the batch at hand",
    }),
    t25("Equations (C.1) to (C.10)", "how the moments of Adam become a sign", {
      how: "a reading",
      claims: ["adam-as-sign"],
      files: ["docs/notes/signs.md", "proofs-check/support/signs/gradientChange.ts"],
      note: "derived anew with constants, since the displays are not in the text we have",
    }),
    t25("Equations (C.11), (C.29), (C.30)", "signs on B_i in the first stage", {
      how: "a reading",
      claims: ["adam-as-sign", "adamw-as-sign"],
      note: "their displays are not in the text we have: C.2 and C.11 are looked at in their place",
    }),
    t25("Lemma C.3", "as 5.1", { how: "a reading", claims: ["adam-large-stage1"], note: "as 5.1" }),
    t25("Lemma C.4", "mini-batch Adam, first stage: nearly zero noise memorization", {
      how: "a reading",
      claims: ["adam-mini-stage1"],
      note: "of Adam's moments up to 1/eta; read as staying at its initial scale, and, as C.5's proof has it, as sinking to the size of a step",
    }),
    t25("Lemma C.5", "mini-batch Adam, first stage: feature learning", {
      how: "a reading",
      claims: ["adam-mini-stage1"],
      note: "its display is not in the text we have: growth by Theta(eta) a step, of max_r, of Adam's moments",
    }),
    t25("Lemma C.6", "mini-batch Adam, first stage: both together", {
      how: "a reading",
      claims: ["adam-mini-stage1"],
      note: "as C.4 and C.5",
    }),
    t25("Lemma C.7", "mini-batch Adam, second stage: the noise is O~(eta s sigma_p + alpha) for both classes j", {
      how: "a reading",
      claims: ["adam-mini-stage2"],
      files: ["docs/notes/levels.md"],
      note: "within a factor log n, at T0 = 1/eta steps and at 3/eta; the printed level of rest is looked at, and the one that we derive",
    }),
    t25("Lemma C.8", "as 5.4, with its proof", { how: "a reading", claims: ["adam-descent"], note: "as 5.4" }),
    t25("Equations (C.12) to (C.20), (C.31) to (C.38), (C.41) to (C.48)", "second-order expansions of the loss", {
      how: "a reading",
      claims: ["adam-descent", "adamw-descent"],
      files: ["docs/notes/signs.md", "proofs-check/support/signs/descentBound.ts"],
      note: "derived anew with constants, since the displays are not in the text we have",
    }),
    t25("Lemma C.9", "mini-batch Adam: training error 0, test error o(1)", {
      how: "a reading",
      claims: ["adam-mini-generalizes"],
      note: `${FROM_STATES} C.7 with C.4's bound on neurons against their class, without which they do not suffice`,
    }),
    t25("Lemma C.10", "as B.5", { how: "a reading", claims: ["cor-4.3"], note: "as B.5" }),
    t25("Lemma C.11", "AdamW's step is a sign, unless the gradient is small; unseen, it is O~(lambda eta)", {
      how: "a reading",
      claims: ["adamw-as-sign"],
      files: ["docs/results/signs/result.md"],
      note: "with eps beside its threshold, which leaves eps out; of examples in the present batch, of those seen at most log(s sigma_p/lambda) steps ago, whose display is not in the text we have, and of those long unseen",
    }),
    t25("Equations (C.21) to (C.28)", "how the moments of AdamW become a sign", {
      how: "a reading",
      claims: ["adamw-as-sign"],
      files: ["docs/notes/signs.md", "proofs-check/support/signs/unseen.ts"],
      note: "derived anew with constants, since the displays are not in the text we have",
    }),
    t25("Lemma C.12", "large-batch AdamW, first stage, up to 1/(eta s sigma_p)", {
      how: "a reading",
      claims: ["adamw-large-stage1"],
      note: "growth of the noise is looked at up to this T0, and up to B.6's",
    }),
    t25("Lemma C.13", "large-batch AdamW fits the feature noise: turn, fall, and where it is at T0", {
      how: "a reading",
      claims: ["adamw-large-flip"],
      note: "as B.7; (c) does not hold at its T0, docs/errata.md",
    }),
    t25("Lemma C.14", "large-batch AdamW, second stage", {
      how: "a reading",
      claims: ["adamw-large-stage2"],
      files: ["docs/notes/levels.md", "docs/notes/rest.md"],
      note: "as B.8, of AdamW; the printed levels of rest are looked at, and those that we derive",
    }),
    t25("Lemma C.15", "large-batch AdamW descends, with its proof", {
      how: "a reading",
      claims: ["adamw-descent"],
      note: "as B.9",
    }),
    t25("Lemma C.16", "large-batch AdamW: training error 0, test error at least 1/2 - o(1)", {
      how: "a reading",
      claims: ["adamw-large-fails"],
      note: `${FROM_STATES} C.14 with its proof's bound on responses of the other class`,
    }),
    t25("Lemma C.17", "mini-batch AdamW, first stage, up to B/(eta n)", {
      how: "a reading",
      claims: ["adamw-mini-stage1"],
      note: "as B.10, of AdamW and up to its own horizon",
    }),
    t25("Lemma C.18", "mini-batch AdamW, second stage", {
      how: "a reading",
      claims: ["adamw-mini-stage2"],
      files: ["docs/notes/levels.md"],
      note: "as B.11, of AdamW; the printed levels of rest are looked at, and those that we derive",
    }),
    t25("Lemma C.19", "mini-batch AdamW descends", {
      how: "a reading",
      claims: ["adamw-descent"],
      note: "as B.12",
    }),
    t25("Lemma C.20", "mini-batch AdamW: training error 0, test error o(1)", {
      how: "a reading",
      claims: ["adamw-mini-generalizes"],
      note: `${FROM_STATES} C.18 with its proof's bound on neurons against their class; |w_B|^2 = O~(b^2 s/n), which its words give, is looked at after trainings`,
    }),
  ],
};
