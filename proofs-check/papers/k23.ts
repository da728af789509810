import { itemOf, type PaperPart } from "./item.ts";

const k23 = itemOf("K23");
const MEMORY = "from memory: of its text the abstract and the first page are at hand";

/** [K23] as far as it is known here. */
export const K23: PaperPart = {
  title: "[K23], as far as it is known here",
  items: [
    k23("Data and network", "labels flipped with probability p, one signal and one noise patch; ReLU over m", {
      how: "a reading",
      files: ["src/data/patch.ts", "src/sim/forward.ts", "docs/guides/your-own-model.md"],
      note: `noise along the signal, too, as the public script has it; ${MEMORY}`,
    }),
    k23("Condition 3.1", "sizes of d, |mu|, sigma0, eta", {
      how: "a reading",
      files: ["src/bounds/hypotheses/widerHypotheses.ts"],
      note: `log T* and log(1/delta) as 1; ${MEMORY}`,
    }),
    k23(
      "Theorem 3.2",
      "training loss small; test error p + exp(-...) or at least p + 0.1 by n |mu|^4 against sigmaP^4 d",
      {
        how: "a reading",
        claims: ["k23-thm-3.2", "k23-transition"],
        note: MEMORY,
      },
    ),
    k23("Activated neurons", "S_i^0 is part of S_i^t", {
      how: "a reading",
      claims: ["k23-active"],
      note: `its number is not known; ${MEMORY}`,
    }),
    k23("Balance of coefficient updates", "margins differ by at most a constant", {
      how: "a reading",
      claims: ["k23-balance"],
      note: `its number is not known; ${MEMORY}`,
    }),
    k23("Sizes of the coefficients", "gamma = Theta(SNR^2) sum rho", {
      how: "a reading",
      claims: ["k23-ratio"],
      note: `its number is not known; ${MEMORY}`,
    }),
    k23("Heat maps of the synthetic experiment", "test error over |mu| and d, and its cut at 0.2", {
      how: "faithful",
      files: ["src/papers/k23/heatMaps.ts", "docs/results/k23/README.md"],
    }),
    k23("Sensitivity of different instances", "largest and least y f over the epochs", {
      how: "a reading",
      claims: ["k23-balance"],
      files: ["src/sim/widerMetrics.ts"],
      note: "every run records them; the curves are not drawn",
    }),
    k23("The rest of its proofs", "appendices of [K23]", { how: "not possible", note: "its text is not at hand" }),
  ],
};
