import { type Expression, readFormula } from "../../algebra/formula.ts";
import { formulaError } from "../../algebra/formulaError.ts";
import { isName } from "../../algebra/mathjs.ts";
import type { Arity, Vocabulary } from "../../algebra/vocabulary.ts";
import { InputError, show } from "../../setting/inputError.ts";
import type { Formulas } from "../optimizer.ts";
import { exponentOf, LARGEST } from "./exponent.ts";
import { type Binary, NAMES, ofOneWeight, type Stated, some, type Tree, type Unary, type Update } from "./tree.ts";

const one: Arity = { least: 1, most: 1 };
const several: Arity = { least: 2, most: Number.POSITIVE_INFINITY };

/** `old` gives a memory as it was before the step. */
const FUNCTIONS = { sign: one, abs: one, sqrt: one, min: several, max: several, old: one };

const OPERATORS = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;

/** Every one takes room for a number a weight; more might not fit in a kernel's memory. */
const MOST_MEMORIES = 6;

/** Which of a user's names a formula may use, beside those that every optimizer has. */
export interface Takes {
  readonly betas: boolean;
  readonly eps: boolean;
  /** Names of the optimizer's own parameters. */
  readonly parameters?: readonly string[];
}

/** What a formula's names mean. */
interface Scope {
  readonly takes: Takes;
  /** Whether a memory's name means the number after the step here. */
  readonly fresh: (memory: string) => boolean;
  readonly memories: readonly string[];
}

/** Whether a name means another thing in every formula. */
export const taken = (name: string) => Object.hasOwn(NAMES, name) || Object.hasOwn(FUNCTIONS, name) || !isName(name);

function checkNames(names: readonly string[], field: string, parameters: readonly string[]): void {
  if (names.length > MOST_MEMORIES)
    throw new InputError(
      `${field} must hold at most ${MOST_MEMORIES} formulas, but holds ${names.length}; leave some out`,
    );
  for (const name of names) {
    if (!/^[A-Za-z]\w*$/.test(name) || taken(name) || parameters.includes(name)) {
      const others = [...Object.keys(NAMES), ...Object.keys(FUNCTIONS), ...parameters].join(", ");
      throw new InputError(
        `${field} must have names of letters, digits and _ that mean nothing else (as ${others} do), but has ${show(name)}; choose another name`,
      );
    }
  }
}

function nameOf(text: string, name: string, at: number, { takes, fresh, memories }: Scope): Tree {
  if (memories.includes(name)) return { kind: "memory", name, old: !fresh(name), at };
  const missing = name === "eps" ? !takes.eps && "eps" : /^b[12]$/.test(name) && !takes.betas && "betas";
  if (missing) {
    const rule = `must not use ${name} where the optimizer takes no ${missing}, but does`;
    throw formulaError(text, at, rule, `give ${missing} a default, or remove ${name}`);
  }
  return { kind: "name", name, at };
}

function powerOf(text: string, base: Tree, exponent: Expression): Tree {
  const found = exponentOf(exponent, text);
  if (found === undefined) {
    const rule = `must have integers, t, or integers beside t, all up to ${LARGEST}, as exponents, but has another one`;
    throw formulaError(text, exponent.at, rule, "write roots with sqrt, and products as products");
  }
  if (found.times !== 0 && ofOneWeight(base)) {
    const rule = "must raise only numbers and hyperparameters to a power with t, but raises another thing";
    throw formulaError(text, base.at, rule, "write such a power as a memory");
  }
  return { kind: "power", of: base, ...found, at: base.at };
}

/** The tree of the grammar as an optimizer's. */
function treeOf(text: string, tree: Expression, scope: Scope): Tree {
  const walk = (part: Expression): Tree => {
    const { at } = part;
    switch (part.kind) {
      case "number": {
        const value = Number.parseFloat(text.slice(at - 1));
        if (value < Infinity) return { kind: "number", value, at };
        throw formulaError(text, at, "must have numbers below 1.8e308, but has a larger one", "correct it");
      }
      case "symbol":
        return nameOf(text, part.name, at, scope);
      case "negative":
        return { kind: "unary", op: "neg", of: walk(part.of), at };
      case "call": {
        const [first, ...rest] = part.of as [Expression, ...Expression[]];
        if (part.name === "old") {
          const of = walk(first);
          if (of.kind === "memory") return { ...of, old: true };
          throw formulaError(
            text,
            first.at,
            "must give old the name of a memory, but gives another thing",
            "correct it",
          );
        }
        if (rest.length === 0) return { kind: "unary", op: part.name as Unary, of: walk(first), at };
        return rest.reduce<Tree>(
          (left, right) => ({ kind: "binary", op: part.name as Binary, left, right: walk(right), at }),
          walk(first),
        );
      }
      case "operator": {
        const left = walk(part.left);
        if (part.operator === "^") return powerOf(text, left, part.right);
        const right = walk(part.right);
        const op = OPERATORS[part.operator];
        const guarded = op === "div" && some(right, (within) => within.kind === "name" && within.name === "eps");
        return { kind: "binary", op: guarded ? "ratio" : op, left, right, at };
      }
    }
  };
  return walk(tree);
}

/** Says which of the formulas an error is about. */
function within(field: string, read: () => Omit<Stated, "of">): Stated {
  try {
    return { of: field, ...read() };
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${field}: ${error.message}`) : error;
  }
}

/**
 * Reads an optimizer's formulas.
 *
 * Memories are brought up to date in the order in which they stand; in the formula of one, the names of those before it mean their new
 * numbers, its own and those after it their old ones. In the step all are new. `old(name)` is the old number everywhere.
 *
 * @param formulas texts: `memory` by name, and `direction` (the step in units of eta) or `step`
 * @param takes whether betas and eps are there to be named
 * @param owner the optimizer's name, for errors
 * @returns trees with positions; nothing is evaluated
 * @throws InputError for what is no such formula, one sentence that names it and the position from 1
 * Source: ours, docs/notes/formulas.md; the grammar is mathjs's, restricted.
 * @example
 * parseUpdate({ memory: { mom: "b1*mom + g" }, direction: "sign(mom)" }, { betas: true, eps: false }).memory[0].name // => "mom"
 */
export function parseUpdate(formulas: Formulas, takes: Takes, owner?: string): Update {
  const { memory = {} } = formulas;
  const { parameters = [] } = takes;
  const memories = Object.keys(memory);
  const field = (of: string) => (owner === undefined ? of : `${of} of optimizer ${owner}`);
  checkNames(memories, field("memory"), parameters);
  const vocabulary: Vocabulary = {
    symbols: [...Object.keys(NAMES), ...parameters, ...memories],
    functions: FUNCTIONS,
    such: "sign(g)",
  };
  const read = (text: string, fresh: Scope["fresh"]): Omit<Stated, "of"> => {
    if (typeof text !== "string")
      throw new InputError(`it must be a formula, but is ${show(text)}; write it in quotes`);
    return { text, tree: treeOf(text, readFormula(text, vocabulary).tree, { takes, fresh, memories }) };
  };
  const stated = memories.map((name, k) => ({
    name,
    ...within(field(`memory ${name}`), () => read(memory[name] as string, (other) => memories.indexOf(other) < k)),
  }));
  if ("step" in formulas) return { memory: stated, step: within(field("step"), () => read(formulas.step, () => true)) };
  const direction = within(field("direction"), () => read(formulas.direction, () => true));
  const { tree } = direction;
  const eta: Tree = { kind: "name", name: "eta", at: tree.at };
  return {
    memory: stated,
    step: { ...direction, tree: { kind: "binary", op: "mul", left: eta, right: tree, at: tree.at } },
  };
}
