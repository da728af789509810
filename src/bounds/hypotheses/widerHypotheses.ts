import { type Hypothesis, makeHypothesis } from "./hypotheses.ts";

/** Letters beyond [T25]'s that these speak of: signal strength and share of flipped labels. */
const LETTERS = new Set(["mu", "flip"]);

const wider = (id: string, statement: string, meaning: string): Hypothesis =>
  makeHypothesis(id, statement, meaning, {}, LETTERS);

/**
 * What [C22] and [K23] assume, as far as it says something at one n; an audit knows nothing of them, since it is of the papers on Adam.
 *
 * Source: [C22] Condition 4.2 and Theorems 4.3, 4.4; [K23] Condition 3.1 and Theorem 3.2, from memory (docs/theory.md 4.11, 4.12). "polylog" is read as 1.
 */
export const WIDER_HYPOTHESES: readonly Hypothesis[] = [
  wider(
    "c22-dimension",
    "d = Omega~(max(m^2, m^(4/(q-2)))*max(n^4, n^((2 q-2)/(q-2))))",
    "noise patches are nearly orthogonal to each other",
  ),
  wider(
    "c22-step",
    "eta = O~(min(1/mu^2, 1/(sigmaP^2 d)))",
    "one step changes neither inner product by more than order one",
  ),
  wider(
    "c22-start-least",
    "sigma0 = Omega~(n/sqrt(d)*min(1/(sigmaP sqrt(d)), 1/mu))",
    "the start is large beside what other examples' noise adds",
  ),
  wider(
    "c22-start-most",
    "sigma0 = O~(min(m^(-2/(q-2)) n^(-1), m^(-2/(q-2)) n^(-1/(q-2)))*min(1/(sigmaP sqrt(d)), 1/mu))",
    "the start is small: what grows first wins",
  ),
  wider("c22-signal-wins", "n*(mu/(sigmaP sqrt(d)))^q = Omega~(1)", "the signal grows before the noise does"),
  wider("c22-noise-wins", "n*(mu/(sigmaP sqrt(d)))^q = O~(1)", "the noise grows before the signal does"),
  wider("k23-dimension", "d = Omega~(max(n mu^2/sigmaP^2, n^2))", "noise patches are nearly orthogonal to each other"),
  wider("k23-signal", "mu^2 = Omega(sigmaP^2 log(n))", "the signal stands out of what noise lies along it"),
  wider(
    "k23-start",
    "sigma0 = O(min(sqrt(n)/(sigmaP d), 1/(sqrt(log(m))*mu)))",
    "the start is small beside what training adds",
  ),
  wider(
    "k23-step",
    "eta = O(min(n^2*m*sqrt(log(n))/(sigmaP^2 d^(3/2)), n m/(sigmaP^2 d)))",
    "one step changes no inner product by more than order one",
  ),
  wider("k23-benign", "n mu^4 = Omega(sigmaP^4 d)", "the signal outweighs fresh noise at the end"),
  wider("k23-harmful", "n mu^4 = O(sigmaP^4 d)", "fresh noise outweighs the signal at the end"),
];
