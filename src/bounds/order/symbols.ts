/** A symbol of the papers. */
export interface PaperSymbol {
  readonly latex: string;
  readonly meaning: string;
}

/** Every quantity a formula may name, in the papers' letters. */
export const SYMBOLS: Readonly<Record<string, PaperSymbol>> = {
  n: { latex: "n", meaning: "training examples" },
  d: { latex: "d", meaning: "coordinates of a patch" },
  s: { latex: "s", meaning: "coordinates of a noise support" },
  sigmaP: { latex: "\\sigma_p", meaning: "standard deviation of the noise" },
  alpha: { latex: "\\alpha", meaning: "strength of the feature noise" },
  sigma0: { latex: "\\sigma_0", meaning: "standard deviation of the initial weights" },
  m: { latex: "m", meaning: "neurons of each class" },
  q: { latex: "q", meaning: "power of the activation" },
  eta: { latex: "\\eta", meaning: "learning rate" },
  lambda: { latex: "\\lambda", meaning: "weight decay" },
  eps: { latex: "\\epsilon", meaning: "Adam's epsilon" },
  b1: { latex: "\\beta_1", meaning: "memory of the first moment" },
  b2: { latex: "\\beta_2", meaning: "memory of the second moment" },
  B: { latex: "B", meaning: "batch size" },
};

/** The functions whose values are n^a (log n)^b again, whatever the exponents; of the others expansions know the order. */
export const PLAIN_FUNCTIONS: ReadonlySet<string> = new Set(["sqrt", "log", "min", "max"]);

/** What a formula may call, and with how many arguments (at least, at most). */
export const FUNCTIONS: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  sqrt: { least: 1, most: 1 },
  log: { least: 1, most: 1 },
  min: { least: 2, most: Number.POSITIVE_INFINITY },
  max: { least: 2, most: Number.POSITIVE_INFINITY },
  exp: { least: 1, most: 1 },
  factorial: { least: 1, most: 1 },
  binomial: { least: 2, most: 2 },
  o: { least: 1, most: 1 },
  O: { least: 1, most: 1 },
};
