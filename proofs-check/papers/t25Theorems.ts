import { itemOf, type PaperPart } from "./item.ts";

const t25 = itemOf("T25");

const T = "T = poly(n)/eta is read as";

/** [T25] section 4, and what its theorems rest on in section 5. */
export const T25_THEOREMS: PaperPart = {
  title: "[T25] Theorems, and the outline of their proofs",
  items: [
    t25("Theorem 4.1", "large-batch Adam: training error 0, test error at least 1/2 - o(1)", {
      how: "a reading",
      claims: ["thm-4.1"],
      files: ["src/bounds/hypotheses/theorems.ts"],
      note: `${T} 2/eta steps, 1/2 - o(1) as 0.45; at one n, and as n grows`,
    }),
    t25("Theorem 4.2", "mini-batch Adam: training error 0, test error o(1)", {
      how: "a reading",
      claims: ["thm-4.2"],
      files: ["src/bounds/hypotheses/theorems.ts"],
      note: `${T} 3/eta steps, o(1) as below 0.1; at one n, and as n grows`,
    }),
    t25("Corollary 4.3", "Adam with lambda = omega(sigma0^(q-2)) is stuck at its start", {
      how: "a reading",
      claims: ["cor-4.3"],
      files: ["src/bounds/thresholds/feature/featureThreshold.ts"],
      note: "it asks for the conditions of Theorems 4.1 and 4.2, whose lambda = o(sigma0^(q-2) sigma_p/n) it contradicts: read without that one",
    }),
    t25("Theorem 4.4", "large-batch AdamW: training error 0, test error at least 1/2 - o(1)", {
      how: "a reading",
      claims: ["thm-4.4"],
      files: ["src/bounds/hypotheses/theorems.ts"],
      note: `as printed, and with Lemma C.13's condition on alpha, which the theorem does not print; ${T} 10/(eta lambda) steps, 1/2 - o(1) as 0.45; at one n, and as n grows`,
    }),
    t25("Theorem 4.5", "mini-batch AdamW: training error 0, test error o(1)", {
      how: "a reading",
      claims: ["thm-4.5"],
      files: ["src/bounds/hypotheses/theorems.ts"],
      note: `${T} 10/(eta lambda) steps, o(1) as below 0.1; at one n, and as n grows`,
    }),
    t25("Corollary 4.6", "lambda_Adam ~ sigma0^(q-2) << B^2/n ^ 1 ~ lambda_AdamW", {
      how: "a reading",
      claims: ["cor-4.6"],
      files: ["src/bounds/order/decide.ts"],
      note: "~ is read as the order of the bound that Corollary 4.3 and Theorems 4.4, 4.5 name",
    }),
    t25("Section 4.2, AdamW's lower bound on lambda", "Omega~(B^2/n ^ 1) keeps noise from being amplified", {
      how: "a reading",
      files: ["docs/results/studies/floor.md", "docs/results/studies/above-floor.md", "docs/results/floor/summary.md"],
      note: "no claim varies lambda around it, studies floor and above-floor do; in the text only C.20 uses it",
    }),
    t25("Lemma 5.1", "large-batch Adam, first stage", {
      how: "a reading",
      claims: ["adam-large-stage1"],
      note: "its display is not in the text we have; read of the largest response to an example, and of every neuron's",
    }),
    t25("Lemma 5.2", "mini-batch Adam, first stage", {
      how: "a reading",
      claims: ["adam-mini-stage1"],
      note: "of Adam's moments; T0 is 1/(eta s sigma_p) here, looked at in steps; B/(eta n) in B.2, read in epochs, is the 1/eta of C.4 to C.6",
    }),
    t25("Lemma 5.3", "mini-batch Adam, second stage: the noise is O~(eta s sigma_p)", {
      how: "a reading",
      claims: ["adam-mini-stage2"],
      note: "within a factor log n: feature and noise at the T0 of 5.2, in steps and in epochs, and of B.2, in epochs, and at 3/eta, no other t > T0",
    }),
    t25("Lemma 5.4", "mini-batch Adam descends by the l1 norm of the gradient", {
      how: "a reading",
      claims: ["adam-descent"],
      note: "its display is not in the text we have: reconstructed from the proof of C.8",
    }),
    t25("Section 6, limitations", "deeper networks, other data, schedules and clipping are left out", {
      how: "not possible",
      note: "it states nothing to check; schedules and clipping are not here, two layers are all there are",
    }),
  ],
};
