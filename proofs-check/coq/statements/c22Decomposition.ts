import type { CoqProof } from "../theorem.ts";

const GIVEN =
  "(d n : nat) (mu : nat -> R) (xi : nat -> nat -> R) (y : nat -> class) (F : weights -> nat -> class -> R) (slope : R -> R) (eta scale : R) (W0 : weights) (t : nat) (j : class)";
const RISING = "(forall z, 0 <= slope z) -> 0 <= eta -> 0 <= scale ->";
const of = (coefficient: string, t: string) =>
  `${coefficient} d n mu xi y F slope eta scale W0 ${t} j r${coefficient === "rho" ? " i" : ""}`;
const [signal, noise] = ["inner d mu mu", "inner d (xi i) (xi i)"];

/** [C22]'s signal-noise decomposition of gradient descent, and that its coefficients move one way each. */
export const c22DecompositionProof: CoqProof = {
  claim: "c22-decomposition",
  file: "c22Decomposition",
  needs: ["classes", "network"],
  theorems: [
    {
      name: "decomposition",
      about:
        "by induction: after every number of steps the weights are those of the coefficients, whatever network and activation",
      part: "decomposition",
      statement: `forall ${GIVEN} (r k : nat), ${signal} <> 0 -> (forall i, (1 <= i <= n)%nat -> ${noise} <> 0) -> descent d n mu xi y F slope eta scale W0 t j r k = W0 j r k + sign_of j * ${of("gamma", "t")} * mu k / ${signal} + sum n (fun i => ${of("rho", "t")} * xi i k / ${noise})`,
    },
    {
      name: "signal_one_way",
      about: "gamma never falls, where the activation never falls",
      part: "signs",
      statement: `forall ${GIVEN} (r : nat), ${RISING} ${of("gamma", "t")} <= ${of("gamma", "(S t)")}`,
    },
    {
      name: "noise_one_way",
      about: "rho_i never falls where y_i = j and never rises where y_i = -j",
      part: "signs",
      statement: `forall ${GIVEN} (r i : nat), ${RISING} (1 <= n)%nat -> (y i = j -> ${of("rho", "t")} <= ${of("rho", "(S t)")}) /\\ (y i <> j -> ${of("rho", "(S t)")} <= ${of("rho", "t")})`,
    },
  ],
};
