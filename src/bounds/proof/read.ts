import { InputError, show } from "../../setting/inputError.ts";
import { HYPOTHESIS_NAMES, hypothesesNamed } from "../hypotheses/named.ts";
import { isStatement } from "../order/statement.ts";

/** What a step says of a statement: that it follows from what stands before; also from the step just before; that it does not follow. */
export type StepKind = "show" | "hence" | "not";

/** A step, as it stands in the file. */
export interface StepLine {
  readonly kind: StepKind;
  readonly at: number;
  readonly name: string;
  readonly statement: string;
  /** The only hypotheses and steps that may be used; absent: all before. */
  readonly by?: readonly string[];
}

/** A line of a proof that is no step. */
export type OtherLine =
  | { readonly kind: "comment"; readonly at: number; readonly text: string }
  /** A hypothesis: statements of which one holds. */
  | { readonly kind: "given"; readonly at: number; readonly name: string; readonly anyOf: readonly string[] }
  | { readonly kind: "define" | "set"; readonly at: number; readonly name: string; readonly value: string };

/** A line of a proof. */
export type ProofLine = OtherLine | StepLine;

export const isStepLine = (line: ProofLine): line is StepLine => "statement" in line;

const WORDS = ["given", "define", "set", "show", "hence", "not"] as const;
const LINE = new RegExp(`^(${WORDS.join("|")})\\s+(.*)$`);
const NAMED = /^([\w.()'-]+)\s*:(?!=)\s*(.*)$/;
const VALUE = /^([A-Za-z]\w*)\s*:?=\s*(.+)$/;
const BY = /^(.*\S)\s+by\s+([\w.()',\s-]+)$/;

const problem = (at: number, rule: string, received: string, remedy: string) =>
  new InputError(`line ${at} of a proof must ${rule}, but is ${show(received)}; ${remedy}`);

/**
 * Reads a proof's file.
 *
 * @param text lines: given [NAME:] STATEMENT [or STATEMENT], or the name of a hypothesis; define NAME = FORMULA; set EXPONENT = VALUE; show, hence and not [NAME:] STATEMENT [by NAME, NAME]; # begins a comment
 * @returns the lines; hypotheses and steps without a name are numbered: (1), (2), ...
 * @throws InputError for a line that is none of these, or a name that stands twice or not before where it is used
 * @example
 * readProof("given s = O(n)\nshow s = o(n^2)").map(({ kind, name }) => kind + " " + name) // => ["given (1)", "show (2)"]
 */
export function readProof(text: string): ProofLine[] {
  const names = new Set<string>();
  const named = (at: number, rest: string): { name: string; rest: string } => {
    const [, name = `(${names.size + 1})`, body = rest] = NAMED.exec(rest) ?? [];
    if (names.has(name)) throw problem(at, "have a name of its own", name, "rename it");
    names.add(name);
    return { name, rest: body };
  };

  const given = (at: number, rest: string): ProofLine[] => {
    if (isStatement(rest)) {
      const { name, rest: body } = named(at, rest);
      return [{ kind: "given", at, name, anyOf: body.split(/\s+or\s+/) }];
    }
    const found = hypothesesNamed(rest);
    if (found === undefined) {
      throw problem(
        at,
        `give a statement or the name of a hypothesis (${HYPOTHESIS_NAMES.slice(0, 3).join(", ")}, ...)`,
        rest,
        "correct it",
      );
    }
    return found.map(({ name, anyOf }) => ({ kind: "given", at, name: named(at, `${name}: `).name, anyOf }));
  };

  const step = (kind: StepKind, at: number, rest: string): StepLine => {
    const [, body = rest, list] = BY.exec(rest) ?? [];
    const by = list?.split(",").map((name) => name.trim());
    const unknown = by?.find((name) => !names.has(name));
    if (unknown !== undefined)
      throw problem(at, "use what stands before it", unknown, `there is ${[...names].join(", ") || "nothing"}`);
    const { name, rest: statement } = named(at, body);
    return { kind, at, name, statement, ...(by && { by }) };
  };

  return text.split(/\r?\n/).flatMap((line, k): ProofLine[] => {
    const at = k + 1;
    const [code = "", ...comments] = line.replace(/^\uFEFF/, "").split("#");
    const comment = comments.join("#").trim();
    const said: ProofLine[] = comment === "" ? [] : [{ kind: "comment", at, text: comment }];
    if (code.trim() === "") return said;
    const [, word, rest = ""] = LINE.exec(code.trim()) ?? [];
    if (word === undefined) throw problem(at, `begin with ${WORDS.join(", ")} or #`, code.trim(), "correct it");
    if (word === "given") return [...said, ...given(at, rest)];
    if (word === "show" || word === "hence" || word === "not") return [...said, step(word, at, rest)];
    const [, name, value] = VALUE.exec(rest) ?? [];
    if (name === undefined || value === undefined)
      throw problem(at, `say ${word} NAME = VALUE`, code.trim(), "correct it");
    return [...said, { kind: word as "define" | "set", at, name, value: value.trim() }];
  });
}
