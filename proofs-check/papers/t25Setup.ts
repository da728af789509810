import { itemOf, type PaperPart } from "./item.ts";

const t25 = itemOf("T25");

/** [T25] sections 1 and 3: data, network, losses, optimizers. */
export const T25_SETUP: PaperPart = {
  title: "[T25] What is trained",
  items: [
    t25("Section 1, no common limit", "mini-batch Adam does not tend to full-batch Adam as eta falls", {
      how: "not yet",
      note: "no check lets eta fall at two batch sizes from one start",
    }),
    t25("Definition 3.1", "two patches: a 1-sparse feature, and s-sparse Gaussian noise with feature noise", {
      how: "faithful",
      files: ["src/data/examples.ts", "src/data/patch.ts", "src/setting/setting.ts"],
      note: "labels `rademacher`, supports `independent`; the other labels and supports are for D.2 and for the proofs",
    }),
    t25("Section 3, wider data", "the results extend to more patches, denser features and sub-Gaussian noise", {
      how: "a reading",
      files: ["src/data/patch.ts", "docs/results/extends/README.md", "docs/notes/wider-thresholds.md"],
      note: '"similar qualitative behaviour": large batches fail and mini-batches learn, at the setting of D.2 with one change at a time',
    }),
    t25("Definition 3.2", "the two-layer CNN, its activation and its start", {
      how: "faithful",
      files: ["src/sim/forward.ts", "src/sim/activations/power.ts", "src/setting/network.ts", "src/data/weights.ts"],
    }),
    t25("Section 3, loss of one example", "L_i = -log softmax of the label's output", {
      how: "faithful",
      claims: ["gradient"],
      files: ["src/sim/losses/crossEntropy.ts"],
    }),
    t25("Equation (3.1)", "Adam's loss, which contains the decay term", {
      how: "a reading",
      claims: ["adam-descent"],
      files: ["proofs-check/support/signs/descent.ts"],
      note: "its display is not in the text we have: (lambda/2) |W|_F^2 is read, since the gradient has lambda w (proof of C.2), where C.8 writes lambda |W|_F^2",
    }),
    t25("Equation (3.2)", "AdamW's loss, without decay", { how: "faithful", files: ["src/sim/metrics.ts"] }),
    t25("Section 3, batches", "batches I_t of B examples, and epochs", {
      how: "a reading",
      files: ["src/sim/batches.ts", "src/sim/schedule.ts"],
      note: "drawn without replacement in a fresh order every epoch; the paper does not say how",
    }),
    t25("Equation (3.3)", "the stochastic gradient, with lambda w for Adam", {
      how: "faithful",
      claims: ["gradient"],
      files: ["src/sim/gradient.ts"],
    }),
    t25("Equation (3.4)", "the moments, from 0", { how: "faithful", files: ["src/optimizers/moments.ts"] }),
    t25("Equation (3.5)", "Adam's update", {
      how: "a reading",
      files: ["src/optimizers/adam.ts", "src/optimizers/adaptiveUpdate.ts"],
      note: "convention `paper`: eps = lambda eta, outside the root; experiments take PyTorch's",
    }),
    t25("Equation (3.6)", "AdamW's update", {
      how: "a reading",
      files: ["src/optimizers/adamw.ts", "src/optimizers/adaptiveUpdate.ts"],
      note: "as (3.5)",
    }),
    t25("Section 4, error rates", "training and test error", {
      how: "a reading",
      files: ["src/sim/metrics.ts"],
      note: "a tie counts as an error",
    }),
    t25("Section 5, two stages", "pattern learning, then regularization", {
      how: "a reading",
      claims: ["adam-mini-stage1", "adam-mini-stage2", "adamw-mini-stage1", "adamw-mini-stage2"],
      note: "a stage is a time: each claim names the step up to which, or at which, it looks",
    }),
    t25("Section 5, feature learning and noise memorization", "<w_{j,r}, j v> and <w_{y_i,r}, xi_i>", {
      how: "faithful",
      files: ["src/sim/metrics.ts", "src/dynamics/dynamics.ts"],
    }),
    t25("Equation (5.1)", "SignSGD; (B.1) is the same", { how: "faithful", files: ["src/optimizers/signsgd.ts"] }),
    t25("Equation (B.2)", "SignSGD with decoupled decay", {
      how: "faithful",
      files: ["src/optimizers/signsgdw.ts"],
    }),
    t25("Equations (B.3), (B.4)", "feature and noise under SignSGD, as recurrences", {
      how: "a reading",
      files: ["src/dynamics/sign.ts", "test/dynamics/printedSign.ts"],
      note: "the displays are not in the text we have: the version of docs/theory.md 2.5, which Lemma A.7 gives",
    }),
    t25("Equations (B.5), (B.6)", "the same with decoupled decay", {
      how: "a reading",
      files: ["src/dynamics/sign.ts", "test/dynamics/printedSign.ts"],
      note: "as (B.3), (B.4), from Lemma A.8",
    }),
  ],
};
