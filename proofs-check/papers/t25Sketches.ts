import { itemOf, type PaperPart } from "./item.ts";

const t25 = itemOf("T25");

/** [T25] appendix B. */
export const T25_SKETCHES: PaperPart = {
  title: "[T25] Appendix B: proof sketches, for signs",
  items: [
    t25("Lemma B.1", "as 5.1", { how: "a reading", claims: ["adam-large-stage1"], note: "as 5.1" }),
    t25("Section B.1.1", "once the feature noise outweighs the feature, feature learning is reversed", {
      how: "a reading",
      claims: ["adam-large-flip"],
      note: "a remark of the sketch, not a lemma; `outweighs` is read as pulling twice as hard, `reversed` of the neuron that memorizes most, and of every neuron",
    }),
    t25("Lemma B.2", "as 5.2, with another T0", {
      how: "a reading",
      claims: ["adam-mini-stage1"],
      note: "as 5.2, of signs, up to its own T0, O~(B/(eta n)), read in epochs, since C.17 counts the same one so and the feature is Theta~(1) only then (docs/errata.md)",
    }),
    t25("Lemma B.3", "as 5.3", {
      how: "a reading",
      claims: ["adam-mini-stage2"],
      note: "as 5.3, from the T0 of B.2 on",
    }),
    t25("Lemma B.4", "as 5.4", { how: "a reading", claims: ["adam-descent"], note: "as 5.4" }),
    t25("Lemma B.5", "Adam with lambda = omega(sigma0^(q-2)) stays at its start", {
      how: "a reading",
      claims: ["cor-4.3"],
      note: "its display is not in the text we have: the bounds are those of Lemma A.3, up to log n; for ever is shown of a step of signs, from below (lambda/q)^(1/(q-2)) on, of the feature alone",
    }),
    t25("Section B.2, AdamW is not SignSGDW", "decay rules once gradients are small beside eps", {
      how: "a reading",
      files: ["src/bounds/thresholds/feature/signalFixedPoints.ts", "docs/notes/thresholds.md"],
      note: "followed for the feature alone, to where lambda u = g/(|g| + eps)",
    }),
    t25("Lemma B.6", "large-batch AdamW, first stage, up to B/(lambda eta n)", {
      how: "a reading",
      claims: ["adamw-large-stage1"],
      note: "of signs; its display is not in the text we have, which calls it upper bounds: growth of the noise is looked at up to this T0 from above",
    }),
    t25("Lemma B.7", "large-batch AdamW fits the feature noise: turn, fall, and where it is at T0", {
      how: "a reading",
      claims: ["adamw-large-flip"],
      note: "of signs, and of AdamW where level 1 is asked for; (a) and (b) by exponents, without (b)'s `or +-O~(eta)`; (c), the other coordinates, on supports of the other class, of neurons that are reversed",
    }),
    t25("Lemma B.8", "large-batch AdamW, second stage", {
      how: "a reading",
      claims: ["adamw-large-stage2"],
      files: ["docs/notes/rest.md"],
      note: "of signs; of every neuron, within a factor log n, and by exponents of lambda and s, of the largest; at b = n, and at b = n^(1/4) over lambda up to 1",
    }),
    t25("Lemma B.9", "large-batch AdamW descends", {
      how: "a reading",
      claims: ["adamw-descent"],
      note: "its display is not in the text we have: reconstructed from the proof of C.15; b = n alone",
    }),
    t25("Lemma B.10", "mini-batch AdamW, first stage", {
      how: "a reading",
      claims: ["adamw-mini-stage1"],
      note: "growth up to its horizon of signs; per epoch, of AdamW, read of n/b beyond 1/(1-b2), and within it",
    }),
    t25("Lemma B.11", "mini-batch AdamW, second stage", {
      how: "a reading",
      claims: ["adamw-mini-stage2"],
      note: "of signs; within a factor log n, the noise's bound of every neuron and example, and by exponents, of the mean over the examples",
    }),
    t25("Lemma B.12", "mini-batch AdamW descends", {
      how: "a reading",
      claims: ["adamw-descent"],
      note: "as B.9; read of a learnt feature, and from the start",
    }),
  ],
};
