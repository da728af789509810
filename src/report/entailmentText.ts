import type { Entailment, Step } from "../bounds/entailment/report.ts";

const INDENT = "  ";

/** The lines of a step, cases indented under what they are. */
const stepLines = (step: Step): string[] =>
  step.kind === "line"
    ? [step.text]
    : step.of.flatMap((part) => [`if ${part.if}:`, ...stepLines(part.then).map((line) => INDENT + line)]);

const values = (by: Readonly<Record<string, string>>): string =>
  Object.entries(by)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");

const listed = (given: readonly string[], uses: readonly number[]): string[] =>
  uses.map((place) => `${INDENT}[${place}] ${given[place - 1]}`);

/** Why: logs, then steps; the first on the line of "because". */
function because({ logs = [], steps = [] }: Entailment): string[] {
  const lines = [
    ...logs.flatMap(({ says, since, steps: own }) => [
      `${says}, since ${since}:`,
      ...own.flatMap(stepLines).map((line) => INDENT + line),
    ]),
    ...steps.flatMap(stepLines),
  ];
  return lines.length === 1 ? [`because: ${lines[0]}`] : ["because:", ...lines.map((line) => INDENT + line)];
}

/** The answer, then why. */
function answer(found: Entailment): string[] {
  const { claim, verdict, given, uses = [] } = found;
  switch (verdict) {
    case "follows": {
      const of = uses.length === 0 ? [] : ["from:", ...listed(given, uses)];
      return [
        `follows: ${claim}`,
        ...((found.steps ?? []).length === 0 ? ["because: every name is positive"] : because(found)),
        ...of,
      ];
    }
    case "fails": {
      const exponents = values(found.exponents ?? {});
      const at = `${values(found.scaling ?? {})}${exponents === "" ? "" : `, at ${exponents}`}` || "every scaling";
      return [
        `fails: ${claim}`,
        `for: ${at}`,
        `which meets every hypothesis; there the left side is of order ${found.left}, the right side ${found.right}`,
      ];
    }
    case "contradictory": {
      const few = found.smallest ? "no fewer do" : "none of them can be left out";
      return [
        `contradictory: ${uses.length === 1 ? "a hypothesis contradicts itself" : `${uses.length} hypotheses contradict each other (${few})`}, so that anything follows, ${claim} and its opposite`,
        ...listed(given, uses),
        ...because(found),
      ];
    }
    case "not decided":
      return [`not decided: ${claim}`, `missing: ${found.missing}`];
  }
}

/**
 * What became of claims under hypotheses, for people: the answer first, then why.
 *
 * @param found one or several
 * @returns text
 */
export const entailmentText = (found: readonly Entailment[]): string =>
  `${found.map((one) => answer(one).join("\n")).join("\n\n")}\n`;
