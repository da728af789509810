import { HYPOTHESES, PRINTED } from "./hypotheses.ts";

const textsOf = (id: string): string | readonly string[] | undefined => {
  const found = HYPOTHESES.find((hypothesis) => hypothesis.id === id);
  const texts = found?.anyOf.map(({ text }) => text);
  return texts?.length === 1 ? texts[0] : texts;
};

/** Several hypotheses under one name. Conditions A.1 and A.2 as [T25] prints them, with the two of which nothing can be said at one n. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "conditions-A.1-A.2": ["d = poly(n)", ...PRINTED, "eta = 1/poly(n)", "eps-size"],
};

/** Names that stand for hypotheses. */
export const HYPOTHESIS_NAMES: readonly string[] = [...Object.keys(GROUPS), ...HYPOTHESES.map(({ id }) => id)];

/**
 * The hypotheses that a name stands for.
 *
 * @param name of a hypothesis, or of Conditions A.1 and A.2
 * @returns statements; of one with cases, all of them; undefined where it is no name
 * @example
 * hypothesesNamed("support-size") // => ["s = Theta(sqrt(d)/n^2)"]
 * hypothesesNamed("adamw-large-batch") // => [["n/B = Theta(1)", "n/B = o(s sigmaP)"]]
 */
export const hypothesesNamed = (name: string): (string | readonly string[])[] | undefined =>
  HYPOTHESIS_NAMES.includes(name) ? (GROUPS[name] ?? [name]).map((each) => textsOf(each) ?? each) : undefined;
