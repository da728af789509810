import { itemOf, type PaperPart } from "./item.ts";

const c22 = itemOf("C22");
const MEMORY = "from memory: of its text the abstract and the first page are at hand";

/** [C22] as far as it is known here. */
export const C22: PaperPart = {
  title: "[C22], as far as it is known here",
  items: [
    c22("Data and network", "one signal patch y mu, one noise patch orthogonal to it; max(z, 0)^q over m, q > 2", {
      how: "a reading",
      files: ["src/data/patch.ts", "src/sim/forward.ts", "docs/guides/your-own-model.md"],
      note: MEMORY,
    }),
    c22(
      "Signal-noise decomposition",
      "w = w_0 + j gamma mu/|mu|^2 + sum rho_i xi_i/|xi_i|^2, each coefficient one way",
      {
        how: "a reading",
        claims: ["c22-decomposition"],
        files: ["src/dynamics/patchGram.ts"],
        note: MEMORY,
      },
    ),
    c22("Condition 4.2", "sizes of d, sigma0, eta", {
      how: "a reading",
      files: ["src/bounds/hypotheses/widerHypotheses.ts"],
      note: `polylogarithms as 1; ${MEMORY}`,
    }),
    c22("First stage, signal", "the signal becomes of order one while noise is of its initial size", {
      how: "a reading",
      claims: ["c22-signal-first"],
      note: `its number is not known; ${MEMORY}`,
    }),
    c22("First stage, noise", "the noise becomes of order one while the signal is of its initial size", {
      how: "a reading",
      claims: ["c22-noise-first"],
      note: `its number is not known; ${MEMORY}`,
    }),
    c22("Theorem 4.3", "n SNR^q = Omega~(1): training and test loss small", {
      how: "a reading",
      claims: ["c22-thm-4.3", "c22-transition"],
      note: MEMORY,
    }),
    c22("Theorem 4.4", "n^-1 SNR^-q = Omega~(1): training loss small, test loss of constant size", {
      how: "a reading",
      claims: ["c22-thm-4.4", "c22-transition"],
      note: MEMORY,
    }),
    c22("Transition at n SNR^q", "drawn over n and over d", {
      how: "a reading",
      claims: ["c22-transition"],
      files: ["src/papers/c22/heatMaps.ts", "docs/results/k23/README.md"],
      note: "sizes are ours: no experiment of it is known here",
    }),
    c22("Second stage and convergence", "training loss epsilon in O~(m^3/(eta epsilon)) steps", {
      how: "not yet",
      note: "its rate is not checked",
    }),
    c22("The rest of its proofs", "appendices of [C22]", { how: "not possible", note: "its text is not at hand" }),
  ],
};
