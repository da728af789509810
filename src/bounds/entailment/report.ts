import { statementLatex } from "../order/latex.ts";
import { type Certificate, type Evidence, placesIn } from "./certificate.ts";
import type { Condition } from "./condition.ts";
import { type Line, lineOf, lineText, type Use } from "./derivation.ts";
import { entail, type Outcome } from "./entail.ts";
import { type Assumptions, type Hypothesis, readStatement } from "./given.ts";
import { rowText } from "./row.ts";

/** A step of a derivation: one line; or cases, in each of which there are steps. */
export type Step =
  | ({ readonly kind: "line"; readonly text: string } & Line)
  | { readonly kind: "cases"; readonly of: readonly { readonly if: string; readonly then: Step }[] };

/** What is known of a log that occurs, and why. */
export interface LogReport {
  readonly says: string;
  readonly since: string;
  readonly steps: readonly Step[];
}

/** What became of a claim under hypotheses. */
export interface Entailment {
  readonly claim: string;
  readonly latex: string;
  /** Hypotheses in their order; of one with cases, "or" stands between them. */
  readonly given: readonly string[];
  readonly givenLatex: readonly string[];
  readonly verdict: Outcome["verdict"];
  /** follows, contradictory: which hypotheses are used, from 1. */
  readonly uses?: readonly number[];
  /** follows, contradictory: logs that occur, then a step for each part of the claim. */
  readonly logs?: readonly LogReport[];
  readonly steps?: readonly Step[];
  /** contradictory: whether no fewer hypotheses contradict each other. */
  readonly smallest?: boolean;
  /** fails: a scaling that meets every hypothesis and breaks the claim, and values of exponents that were left open. */
  readonly scaling?: Readonly<Record<string, string>>;
  readonly exponents?: Readonly<Record<string, string>>;
  /** fails: the orders of both sides there. */
  readonly left?: string;
  readonly right?: string;
  /** not decided: what is missing. */
  readonly missing?: string;
}

const conditionText = (condition: Condition): string =>
  condition.kind === "row"
    ? rowText(condition.row)
    : condition.of.map(conditionText).join(condition.kind === "all" ? " and " : " or ");

function stepOf(certificate: Certificate): Step {
  if (certificate.kind === "cases") {
    return {
      kind: "cases",
      of: certificate.of.map(({ condition, certificate: own }) => ({
        if: conditionText(condition),
        then: stepOf(own),
      })),
    };
  }
  const line = lineOf(certificate);
  return { kind: "line", text: lineText(line), ...line };
}

/** What the lines of steps use. */
export const usesOf = (step: Step): readonly Use[] =>
  step.kind === "line" ? step.uses : step.of.flatMap((part) => usesOf(part.then));

function evidenceReport({ facts, certificates }: Evidence): Pick<Entailment, "uses" | "logs" | "steps"> {
  const all = [...facts.flatMap((fact) => fact.certificates), ...certificates];
  return {
    uses: [...new Set(all.flatMap(placesIn))].sort((a, b) => a - b).map((place) => place + 1),
    logs: facts.map(({ says, since, certificates: own }) => ({ says, since, steps: own.map(stepOf) })),
    steps: [...new Set(certificates)].map(stepOf),
  };
}

/** A hypothesis in LaTeX, without dollar signs. */
export const hypothesisLatex = (hypothesis: Hypothesis): string =>
  [hypothesis]
    .flat()
    .map((text) => statementLatex(readStatement(text)))
    .join("\\ \\text{or}\\ ");

const hypothesisText = (hypothesis: Hypothesis): string => [hypothesis].flat().join(" or ");

function detail(outcome: Outcome): Partial<Entailment> {
  switch (outcome.verdict) {
    case "follows":
      return evidenceReport(outcome);
    case "contradictory": {
      const { uses, ...report } = evidenceReport({ facts: outcome.facts, certificates: [outcome.certificate] });
      const { smallest } = outcome;
      return {
        ...report,
        uses: outcome.places.map((place) => place + 1),
        ...(smallest !== undefined && { smallest }),
      };
    }
    case "fails":
      return { scaling: outcome.scaling, exponents: outcome.exponents, left: outcome.left, right: outcome.right };
    case "not decided":
      return { missing: outcome.missing };
  }
}

/**
 * Decides a claim under hypotheses, for people and programs.
 *
 * @param claim a statement in any names
 * @param assumptions hypotheses, definitions, values of exponents
 * @returns the verdict, with steps in words or a scaling
 * @throws InputError where something cannot be read
 * Source: ours (docs/notes/entailment.md).
 */
export function entailmentReport(claim: string, assumptions: Assumptions): Entailment {
  const outcome = entail(claim, assumptions);
  return {
    claim,
    latex: statementLatex(readStatement(claim)),
    given: (assumptions.given ?? []).map(hypothesisText),
    givenLatex: (assumptions.given ?? []).map(hypothesisLatex),
    verdict: outcome.verdict,
    ...detail(outcome),
  };
}
