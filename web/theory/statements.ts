import type { Audit } from "../../src/bounds/audit.ts";
import { hypothesisNamed } from "../../src/bounds/hypotheses/hypotheses.ts";
import type { Margin } from "../../src/bounds/hypotheses/margin.ts";
import { assumedBy, THEOREMS } from "../../src/bounds/hypotheses/theorems.ts";

/** A hypothesis at the run, a row of the matrix. */
export interface Assumption extends Margin {
  readonly meaning: string;
}

/** A statement about the run's optimizer and network, a column of the matrix. */
export interface Statement {
  readonly id: string;
  readonly name: string;
  /** Its number alone. */
  readonly short: string;
  readonly source: string;
  readonly says: string;
  /** Names of all that it assumes. */
  readonly assumes: readonly string[];
  /** Those that fail. */
  readonly unmet: readonly string[];
  /** Whether it is about batches and decays like the run's. */
  readonly near: boolean;
}

/** Theorems by hypotheses. */
export interface Matrix {
  readonly statements: readonly Statement[];
  readonly assumptions: readonly Assumption[];
}

/** Hypotheses that say which runs a statement is about; the others say how large everything must be. */
const ABOUT: ReadonlySet<string> = new Set([
  ...["full-batch", "large-batch", "mini-batch", "adam-batch", "adamw-large-batch", "adamw-mini-batch"],
  ...["adam-decay", "adam-strong-decay", "gd-decay", "some-decay"],
]);

/** What no formula says: the proofs need it of the start itself. */
const DISJOINT = "disjoint-supports";

const shortOf = (name: string): string => {
  const number = /[A-Z]?\.?\d\.\d+|[A-Z]\.\d+/.exec(name)?.[0];
  const of = name.includes("Z21") ? "Z" : "";
  if (number === undefined) return `${of} ${name.split(" ")[0]?.toLowerCase()}`.trim();
  return `${of}${number}${name.includes("alpha") ? "α" : ""}`;
};

/**
 * The matrix of an audit: statements about this optimizer and network, by everything that they assume.
 *
 * @param audit of a run
 * @returns those about runs like it first
 */
export function matrixOf({ theorems, hypotheses, supports }: Audit): Matrix {
  const disjoint: Assumption = {
    ...{ name: DISJOINT, formula: "", ratio: supports.disjoint ? 1 : 0, needs: "", holds: supports.disjoint },
    meaning: supports.disjoint
      ? "the noise supports of this start are apart, as the proofs assume"
      : "the noise supports of this start meet; the proofs assume that they do not",
  };
  const assumptions = [
    ...hypotheses.map((margin) => ({ ...margin, meaning: hypothesisNamed(margin.name).meaning })),
    disjoint,
  ];
  const failing = new Set(assumptions.filter(({ holds }) => !holds).map(({ name }) => name));
  const statements = theorems.flatMap(({ id, name, source, says, concerns }): Statement[] => {
    const theorem = THEOREMS.find((one) => one.id === id);
    if (!concerns || !theorem) return [];
    const assumes = [...assumedBy(theorem), ...(theorem.sharesConditions ? [DISJOINT] : [])];
    const unmet = assumes.filter((hypothesis) => failing.has(hypothesis));
    const near = !unmet.some((hypothesis) => ABOUT.has(hypothesis));
    return [{ id, name, short: shortOf(name), source, says, assumes, unmet, near }];
  });
  return {
    statements: [...statements.filter(({ near }) => near), ...statements.filter(({ near }) => !near)],
    assumptions,
  };
}
