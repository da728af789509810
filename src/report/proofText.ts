import type { ProofReport, ProofStep, ProofText } from "../bounds/proof/check.ts";
import { isStep } from "../bounds/proof/check.ts";
import { reasonLines } from "./entailmentText.ts";

/** What a line that is no step says. */
const said = (line: ProofText): string => {
  if (line.kind === "comment") return `# ${line.text}`;
  if (line.kind === "given") return `given ${line.name}: ${line.statement}`;
  return `${line.kind} ${line.name} = ${line.value}`;
};

const INDENT = "    ";

function stepLines({ kind, name, statement, holds, uses, found }: ProofStep): string[] {
  const mark = holds ? "" : "  <- not so";
  const by = uses.length > 0 ? `${INDENT}by ${uses.join(", ")}` : undefined;
  return [
    `${kind} ${name}: ${statement}${mark}`,
    ...reasonLines(found).map((line) => INDENT + line),
    ...(by ? [by] : []),
  ];
}

/** What a step came to that is not as it says. */
const OTHERWISE: Readonly<Record<ProofStep["found"]["verdict"], string>> = {
  follows: "follows",
  fails: "does not follow",
  contradictory: "is not decided, since what stands before it contradicts itself",
  "not decided": "is not decided",
};

/** What a proof's file came to, in one line. */
export function proofVerdict({ holds, steps, of, lines }: ProofReport): string {
  if (of === 0) return "nothing to check: there is no show, hence or not";
  if (holds) return of === 1 ? "holds: its one step is as it says" : `holds: all ${of} steps are as they say`;
  const last = lines.at(-1) as ProofStep;
  return `line ${last.line}: ${last.statement} ${OTHERWISE[last.found.verdict]} (step ${steps + 1} of ${of})`;
}

/**
 * A checked proof, for people: what it came to, then line by line.
 *
 * @param report of it
 * @returns text
 */
export const proofText = (report: ProofReport): string =>
  `${[proofVerdict(report), "", ...report.lines.flatMap((line) => (isStep(line) ? stepLines(line) : [said(line)]))].join("\n")}\n`;
