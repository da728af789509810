import { readStatement } from "../bounds/entailment/given.ts";
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

/** How both sides of a claim that fails grow, or the left one, of which a class is claimed. */
function sidesText({ claim, left, right }: Pick<Entailment, "claim" | "left" | "right">): string {
  const { relation } = readStatement(claim);
  const ofLeft = `the left side is of order ${left}`;
  if (relation.form === "class") return `${ofLeft}, which is not ${relation.name}(n)`;
  const constants = relation.form === "infix" && left === right ? "; the constants decide" : "";
  return `${ofLeft}, the right side ${right}${constants}`;
}

/** Why, line by line: logs, then steps; a scaling; what is missing. */
export function reasonLines({
  verdict,
  logs = [],
  steps = [],
  scaling = {},
  exponents = {},
  ...found
}: Entailment): string[] {
  const { given } = found;
  if (verdict === "not decided") return [`missing: ${found.missing}`];
  if (verdict === "fails") {
    const at = [values(scaling), values(exponents)].filter((text) => text !== "").join(", at ");
    return [
      `for: ${at || "n alone"}`,
      `${given.length === 0 ? "there" : "which meets every hypothesis; there"} ${sidesText(found)}`,
    ];
  }
  const lines = [
    ...logs.flatMap(({ says, since, steps: own }) => [
      `${says}, since ${since}:`,
      ...own.flatMap(stepLines).map((line) => INDENT + line),
    ]),
    ...steps.flatMap(stepLines),
  ];
  if (lines.length === 0) return ["because: every name is positive"];
  return lines.length === 1 ? [`because: ${lines[0]}`] : ["because:", ...lines.map((line) => INDENT + line)];
}

/** The answer, then why. */
function answer(found: Entailment): string[] {
  const { claim, verdict, given, uses = [] } = found;
  const first = [`${verdict}: ${claim}`];
  if (verdict !== "contradictory") {
    return [...first, ...reasonLines(found), ...(uses.length > 0 ? ["from:", ...listed(given, uses)] : [])];
  }
  const few =
    found.smallest === undefined ? "" : found.smallest ? " (no fewer do)" : " (none of them can be left out)";
  const who =
    uses.length === 1 ? "a hypothesis contradicts itself" : `${uses.length} hypotheses contradict each other${few}`;
  return [
    `contradictory: ${who}, so that anything follows, ${claim} and its opposite`,
    ...listed(given, uses),
    ...reasonLines(found),
  ];
}

/**
 * What became of claims under hypotheses, for people: the answer first, then why.
 *
 * @param found one or several
 * @returns text
 */
export const entailmentText = (found: readonly Entailment[]): string =>
  `${found.map((one) => answer(one).join("\n")).join("\n\n")}\n`;
