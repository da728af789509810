import { itemOf, type PaperPart } from "./item.ts";

const z21 = itemOf("Z21");

/** [Z21] as far as [T25] and docs/theory.md 4 tell of it. */
export const Z21: PaperPart = {
  title: "[Z21], as far as it is known here",
  items: [
    z21("Data and network", "nearly those of [T25], as [T25] says", {
      how: "a reading",
      files: ["src/data/examples.ts", "src/sim/forward.ts"],
      note: "[T25]'s are taken",
    }),
    z21("Theorem 4.1", "GD generalizes, full-batch Adam does not, from one start", {
      how: "a reading",
      claims: ["gd-generalizes"],
      files: ["src/experiments/targets/gdVsAdam.ts", "docs/results/z21-synthetic/report.md"],
      note: "its bound on lambda is not known: lambda = o(sigma0^(q-2)) for GD",
    }),
    z21("Theorem 4.2", "with a convex loss and decay both reach one solution", {
      how: "a reading",
      claims: ["convex-same"],
      files: ["src/experiments/targets/convex.ts", "docs/results/z21-synthetic/report.md"],
      note: "the convex model is read as the linear one",
    }),
    z21("Lemma 5.2", "full-batch Adam, first stage; [T25] 5.1 is the same", {
      how: "a reading",
      claims: ["adam-large-stage1"],
      note: "as [T25] 5.1",
    }),
    z21("Lemma 5.3", "full-batch Adam: feature learning is reversed", {
      how: "a reading",
      claims: ["adam-large-flip"],
      note: "as [T25] section B.1.1",
    }),
    z21("Growth of the signal under GD", "L' >= L + Theta(eta) L^(q-1)", {
      how: "a reading",
      claims: ["gd-signal"],
      note: "its number is not known",
    }),
    z21("Growth of the noise under GD", "Gamma' <= Gamma + O~(eta s sigma_p^2/n) Gamma^(q-1)", {
      how: "a reading",
      claims: ["gd-noise"],
      note: "its number is not known; read of the example's own class, and of both",
    }),
    z21("Lemma A.3", "as [T25] C.3", { how: "a reading", claims: ["adam-large-stage1"], note: "as [T25] 5.1" }),
    z21("Lemma C.1", "as [T25] A.4", { how: "faithful", claims: ["disjoint-supports"] }),
    z21("Sign recurrence", "that of [T25] (B.3), (B.4) at B = n", {
      how: "a reading",
      files: ["src/dynamics/sign.ts"],
      note: "as [T25] (B.3), (B.4)",
    }),
    z21("Synthetic experiment", "GD and full-batch Adam from one start", {
      how: "a reading",
      files: ["src/experiments/targets/gdVsAdam.ts", "docs/results/z21-synthetic/report.md"],
      note: "step sizes and lambda are ours",
    }),
    z21("Figure 2", "feature learning and noise memorization of full-batch Adam", {
      how: "not yet",
      note: "its curves are not drawn",
    }),
    z21("Table 1", "Adam and SGD on CIFAR-10", {
      how: "not yet",
      note: "CIFAR-10 is not here; the papers' network takes it, and MNIST (docs/guides/images.md)",
    }),
    z21("The rest of its proofs", "appendices of [Z21]", { how: "not possible", note: "its text is not at hand" }),
  ],
};
