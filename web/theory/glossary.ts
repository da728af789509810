import { valuesOf } from "../../src/bounds/hypotheses/values.ts";
import { SYMBOLS } from "../../src/bounds/order/symbols.ts";
import { shortNumber } from "../../src/report/table.ts";
import type { DrawnRun } from "../choice/state.ts";

/** A letter of the page, explained. */
export interface Term {
  /** As it is written in running text. */
  readonly letter: string;
  readonly meaning: string;
}

const meaningOf = (name: string) => (SYMBOLS[name] as (typeof SYMBOLS)[string]).meaning;

/** Letters of the papers as people type them; their meanings are those of the command line. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ n: "n", d: "d", s: "s", m: "m", q: "q", B: "b" },
  ...{ sigmaP: "σₚ", alpha: "α", sigma0: "σ₀", eta: "η", lambda: "λ", eps: "ε", b1: "β₁", b2: "β₂" },
};

/**
 * Every letter that stands in the page, by name. Adding one is one entry here.
 *
 * Source: `SYMBOLS`, which formulas of the command line are made of; the others are the page's own.
 */
export const GLOSSARY: Readonly<Record<string, Term>> = {
  ...Object.fromEntries(Object.entries(LETTERS).map(([name, letter]) => [name, { letter, meaning: meaningOf(name) }])),
  T: { letter: "T", meaning: "epochs: passes over the training set" },
  v: { letter: "v", meaning: "the feature: the direction that all examples share" },
  y: { letter: "y", meaning: "the label of an example, +1 or −1" },
  xi: { letter: "ξ", meaning: "the noise of an example: ζ with the feature noise −αyv" },
  zeta: { letter: "ζ", meaning: "the sparse part of an example’s noise, on s coordinates" },
  w: { letter: "w", meaning: "the weights of a neuron" },
  j: { letter: "j", meaning: "the class that a neuron speaks for, +1 or −1" },
  r: { letter: "r", meaning: "a neuron of its class, from 1 to m" },
};

/** How formulas write what stands above: subscripts are put behind a low line there, and the papers call b B. */
const WRITTEN: Readonly<Record<string, string>> = { B: "b", ϵ: "ε", σ_p: "σₚ", σ_0: "σ₀", β_1: "β₁", β_2: "β₂" };

/**
 * The term that a letter of a formula stands for.
 *
 * @param letter with its subscript behind a low line
 * @returns the term; undefined for what is no letter of ours
 * @example
 * termOf("σ_p")?.letter // => "σₚ"
 */
export const termOf = (letter: string): Term | undefined =>
  Object.values(GLOSSARY).find((term) => term.letter === (WRITTEN[letter] ?? letter));

/** The letters that a formula names, with their numbers at a run, as "s = 100: coordinates of a noise support". */
export function lettersIn(formula: string, { setting, optimizer, batchSize }: DrawnRun): string[] {
  const values = valuesOf(setting, optimizer, batchSize) as Readonly<Record<string, number | undefined>>;
  const names = new Set(formula.match(/[A-Za-z]\w*/g) ?? []);
  return [...names].flatMap((name) => {
    const term = Object.hasOwn(LETTERS, name) ? GLOSSARY[name] : undefined;
    const value = values[name];
    if (!term) return [];
    return [`${term.letter}${value === undefined ? "" : ` = ${shortNumber(value)}`}: ${term.meaning}`];
  });
}
