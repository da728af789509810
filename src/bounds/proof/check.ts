import { InputError } from "../../setting/inputError.ts";
import { namesIn } from "../entailment/given.ts";
import { type Entailment, entailmentReport, hypothesisLatex } from "../entailment/report.ts";
import { isStepLine, type OtherLine, readProof, type StepKind, type StepLine } from "./read.ts";

/** A step, decided. */
export interface ProofStep {
  readonly kind: StepKind;
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly name: string;
  readonly statement: string;
  readonly latex: string;
  /** Whether it is as it says: that it follows, or of "not" that it does not. */
  readonly holds: boolean;
  /** The hypotheses and steps that it uses. */
  readonly uses: readonly string[];
  readonly found: Entailment;
}

/** A line that is no step. */
export type ProofText =
  | { readonly kind: "comment"; readonly line: number; readonly text: string }
  | {
      readonly kind: "given";
      readonly line: number;
      readonly name: string;
      readonly statement: string;
      readonly latex: string;
    }
  | { readonly kind: "define" | "set"; readonly line: number; readonly name: string; readonly value: string };

/** A proof's file, checked up to the first step that is not as it says. */
export interface ProofReport {
  readonly holds: boolean;
  readonly lines: readonly (ProofText | ProofStep)[];
  /** Steps that are as they say, of how many; what stands behind one that is not was not looked at. */
  readonly steps: number;
  readonly of: number;
}

export const isStep = (line: ProofText | ProofStep): line is ProofStep => "found" in line;

interface Known {
  readonly name: string;
  readonly anyOf: readonly string[];
}

/** Adds the line to an error of what stands in it. */
function inLine<T>(at: number, what: () => T): T {
  try {
    return what();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`line ${at}: ${error.message}`);
    throw error;
  }
}

function textOf(line: OtherLine): ProofText {
  if (line.kind === "comment") return { kind: "comment", line: line.at, text: line.text };
  if (line.kind !== "given") return { kind: line.kind, line: line.at, name: line.name, value: line.value };
  const latex = hypothesisLatex(line.anyOf);
  return { kind: "given", line: line.at, name: line.name, statement: line.anyOf.join(" or "), latex };
}

/** The names in a line that is no step. */
function namesOf(line: OtherLine): string[] {
  if (line.kind === "given") return line.anyOf.flatMap(namesIn);
  if (line.kind === "comment") return [];
  return [line.name, ...namesIn(line.value)];
}

/** A name that means one thing above a line and another below it would let false things follow. */
function requireNew({ at, name }: Extract<OtherLine, { kind: "define" | "set" }>, used: ReadonlySet<string>): void {
  if (used.has(name)) {
    throw new InputError(
      `line ${at}: a name must mean one thing in the whole proof, but ${name} stands above this line with another meaning; move this line up, or rename it`,
    );
  }
}

/**
 * Checks a proof's file: whether each step follows from hypotheses and from steps before it.
 *
 * "show" follows from what stands before; "hence" uses the step just before it; "not" does not follow from what stands before: there is a scaling that breaks it.
 *
 * @param text of the file; `readProof` says what stands in it
 * @returns every line, each step with the hypotheses and steps it uses and its derivation, up to the first that is not as it says
 * @throws InputError, one sentence with the line
 * Source: ours (docs/notes/entailment.md).
 * @example
 * checkProof("given s = O(n)\nshow s = o(n^2)").holds // => true
 * checkProof("given s = O(n)\nshow s = o(n)").holds // => false
 */
export function checkProof(text: string): ProofReport {
  const read = readProof(text);
  const lines: (ProofText | ProofStep)[] = [];
  const known: Known[] = [];
  const define: Record<string, string> = {};
  const set: Record<string, string> = {};
  let before: string | undefined;
  let steps = 0;
  const of = read.filter(isStepLine).length;
  /** Names that mean something already. */
  const used = new Set<string>();
  for (const line of read) {
    if (!isStepLine(line)) {
      if (line.kind === "given") known.push({ name: line.name, anyOf: line.anyOf });
      if (line.kind === "define") {
        requireNew(line, used);
        define[line.name] = line.value;
      }
      if (line.kind === "set") {
        // A value may be given to what stood for any, but no other after that.
        requireNew(line, new Set(Object.keys(set)));
        set[line.name] = line.value;
      }
      lines.push(inLine(line.at, () => textOf(line)));
      for (const name of namesOf(line)) used.add(name);
      continue;
    }
    const step = inLine(line.at, () => decided(line, known, before, { define, set }));
    for (const name of namesIn(line.statement)) used.add(name);
    lines.push(step);
    if (!step.holds) return { holds: false, lines, steps, of };
    steps++;
    if (line.kind === "not") continue;
    known.push({ name: line.name, anyOf: [line.statement] });
    before = line.name;
  }
  return { holds: true, lines, steps, of };
}

function decided(
  line: StepLine,
  known: readonly Known[],
  before: string | undefined,
  more: { readonly define: Readonly<Record<string, string>>; readonly set: Readonly<Record<string, string>> },
): ProofStep {
  const { kind, at, name, statement, by } = line;
  if (kind === "hence" && before === undefined)
    throw new InputError(`"hence" must have a step before it, but has none; write "show"`);
  const allowed = known.filter(
    (one) => by === undefined || by.includes(one.name) || (kind === "hence" && one.name === before),
  );
  const found = entailmentReport(statement, { given: allowed.map(({ anyOf }) => anyOf), ...more });
  const uses = (found.uses ?? []).map((place) => (allowed[place - 1] as Known).name);
  return {
    ...{ kind, line: at, name, statement, latex: found.latex, uses, found },
    holds: found.verdict === (kind === "not" ? "fails" : "follows"),
  };
}
