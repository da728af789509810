import { HYPOTHESES, PRINTED } from "./hypotheses.ts";

/** A hypothesis with its name: statements, of which one holds. */
export interface NamedHypothesis {
  readonly name: string;
  readonly anyOf: readonly string[];
}

const ALL: readonly NamedHypothesis[] = HYPOTHESES.map(({ id, anyOf }) => ({
  name: id,
  anyOf: anyOf.map(({ text }) => text),
}));

const own = (id: string): NamedHypothesis => ALL.find(({ name }) => name === id) as NamedHypothesis;

/** Several hypotheses under one name. Conditions A.1 and A.2 as [T25] prints them, with the two of which nothing can be said at one n. */
const GROUPS: Readonly<Record<string, readonly NamedHypothesis[]>> = {
  "conditions-A.1-A.2": [
    { name: "dimension", anyOf: ["d = poly(n)"] },
    ...PRINTED.map(own),
    { name: "learning-rate", anyOf: ["eta = 1/poly(n)"] },
    own("eps-size"),
  ],
};

/** Names that stand for hypotheses. */
export const HYPOTHESIS_NAMES: readonly string[] = [...Object.keys(GROUPS), ...ALL.map(({ name }) => name)];

/**
 * The hypotheses that a name stands for.
 *
 * @param name of a hypothesis, or of Conditions A.1 and A.2
 * @returns each with its own name and its statements, of which one holds; undefined where it is no name
 * @example
 * hypothesesNamed("adamw-large-batch") // => [{ name: "adamw-large-batch", anyOf: ["n/B = Theta(1)", "n/B = o(s sigmaP)"] }]
 * hypothesesNamed("conditions-A.1-A.2").length // => 8
 */
export const hypothesesNamed = (name: string): readonly NamedHypothesis[] | undefined =>
  HYPOTHESIS_NAMES.includes(name) ? (GROUPS[name] ?? [own(name)]) : undefined;
