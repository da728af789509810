/** The powers that occur in a condition. */
export type Power = 0.5 | 1 | 2 | "q-1";
export type Quantity = "n" | "d" | "s" | "sigmaP" | "alpha" | "sigma0" | "eta";
/** A product of powers; empty is 1. */
export type Monomial = Readonly<Partial<Record<Quantity, Power>>>;

/** On which side of 1 the ratio left/right must lie. */
export const RELATIONS = { o: "below", O: "below", "O~": "below", omega: "above" } as const;

/** left = relation(right), as n grows. */
export interface Condition {
  readonly name: string;
  readonly left: Monomial;
  readonly relation: keyof typeof RELATIONS;
  readonly right: Monomial;
  readonly meaning: string;
}

/** What the proofs lean on, in the order of [T25]'s conditions; the text and the number of each come from its entry. */
export const FAMILY_CONDITIONS: readonly Condition[] = [
  {
    name: "noise-l1",
    left: { s: 1, sigmaP: 1 },
    relation: "omega",
    right: {},
    meaning: "the noise is long in the l1 norm: a sign step moves <w, xi_i> further than <w, v>",
  },
  {
    name: "noise-l2",
    left: { s: 0.5, sigmaP: 1 },
    relation: "O~",
    right: {},
    meaning: "the noise is no longer than the feature in the l2 norm, up to powers of log n",
  },
  {
    name: "feature-noise",
    left: { alpha: 1 },
    relation: "o",
    right: {},
    meaning: "the feature noise is weaker than the feature",
  },
  {
    name: "noise-step",
    left: { eta: 1, s: 1, sigmaP: 1 },
    relation: "o",
    right: {},
    meaning: "one sign step changes <w, xi_i> by little",
  },
  {
    name: "support-step",
    left: { eta: 1, s: 1 },
    relation: "o",
    right: { sigma0: "q-1" },
    meaning: "a step summed over a support is small beside sigma'(sigma0), the slope at the start",
  },
  {
    name: "single-step",
    left: { eta: 1 },
    relation: "o",
    right: { sigma0: "q-1" },
    meaning: "a step is small beside sigma'(sigma0), the slope at the start",
  },
  {
    name: "sparse-noise",
    left: { n: 1, s: 2, sigmaP: 1 },
    relation: "O",
    right: { d: 1 },
    meaning: "n s noise coordinates, times the l1 length s sigmaP, are no more than d",
  },
];

const spellPower = (quantity: string, power: Power) =>
  power === 0.5
    ? `sqrt(${quantity})`
    : power === 1
      ? quantity
      : `${quantity}^${typeof power === "number" ? power : `(${power})`}`;

/** A product of powers as text, in the order of its entries. */
export const spell = (monomial: Monomial): string =>
  Object.entries(monomial)
    .map(([quantity, power]) => spellPower(quantity, power))
    .join(" ") || "1";

/**
 * A condition as text.
 *
 * @param condition an entry of `FAMILY_CONDITIONS`
 * @returns left = relation(right)
 * Source: [T25] Conditions A.1, A.2.
 * @example
 * formulaOf({ name: "", meaning: "", left: { s: 0.5, eta: 1 }, relation: "o", right: { sigma0: "q-1" } }) // => "sqrt(s) eta = o(sigma0^(q-1))"
 */
export const formulaOf = ({ left, relation, right }: Condition): string =>
  `${spell(left)} = ${relation}(${spell(right)})`;
