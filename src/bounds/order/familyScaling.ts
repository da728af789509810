import { isName } from "../../algebra/mathjs.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { advice } from "../../setting/nearest.ts";
import { DOMAIN, type Range, rangeText, signOn } from "./domain.ts";
import { exponentOf } from "./exponentOf.ts";
import { type FormulaReader, plainFormula } from "./plainFormula.ts";
import { constant, minus, type Polynomial } from "./polynomial.ts";
import { requirePossible } from "./requirePossible.ts";
import { FAMILY_ORDERS, type Scaling } from "./scaling.ts";
import { FUNCTIONS } from "./symbols.ts";

export type Texts = Readonly<Record<string, string>>;

/** What the family sets where nothing is said; as `familyConstants` has them. */
const FAMILY_EXPONENTS: Texts = {
  powerEta: "D/2 - 1 + (q - 1)*D/4",
  logSigmaP: "1",
  logAlpha: "1",
  logM: "1",
};

/** Exponents one after the other, so that a value may name those that stay symbolic. */
function exponentsFrom(given: Texts, read: FormulaReader): ReadonlyMap<string, Polynomial> {
  const known = Object.keys(DOMAIN);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(DOMAIN, name)) {
      throw new InputError(
        `an exponent must be one of ${known.join(", ")}, but is ${show(name)}; ${advice(name, known, "correct its name")}`,
      );
    }
  }
  const formulas = { ...FAMILY_EXPONENTS, ...given };
  const exponents = new Map<string, Polynomial>();
  const pending = new Set<string>();
  const settle = (name: string): Polynomial | undefined => {
    const text = formulas[name];
    if (text === undefined || exponents.has(name)) return exponents.get(name);
    if (pending.has(name)) {
      throw new InputError(
        `the exponents must not be defined by each other, but ${[...pending, name].join(" by ")}; give one of them a number`,
      );
    }
    pending.add(name);
    const formula = read(text);
    const value = exponentOf(formula, formula.tree, settle);
    pending.delete(name);
    const { least, most, strict } = DOMAIN[name] as Range;
    const below = signOn(minus(value, constant(least)));
    const above = most !== undefined && signOn(minus(constant(most), value));
    if (below === "negative" || above === "negative" || (strict && (below === "zero" || below === "non-positive"))) {
      throw new InputError(`${name} must satisfy ${rangeText(name)}, but is ${show(text)}; change it`);
    }
    exponents.set(name, value);
    return value;
  };
  for (const name of Object.keys(formulas)) settle(name);
  return exponents;
}

export function scalingBy(read: FormulaReader, exponents: Texts, quantities: Texts): Scaling {
  for (const name of Object.keys(quantities)) {
    const taken = name === "n" || Object.hasOwn(FUNCTIONS, name) || Object.hasOwn(DOMAIN, name);
    if (taken || !/^[A-Za-z]\w*$/.test(name) || !isName(name)) {
      throw new InputError(
        `a quantity must have a name of letters and digits that is neither n, a function, an exponent nor a word of mathjs such as mod, but has ${show(name)}; rename it`,
      );
    }
  }
  const texts = { ...FAMILY_ORDERS, ...quantities };
  const names = new Set(Object.keys(texts));
  const scaling = {
    quantities: new Map(Object.entries(texts).map(([name, text]) => [name, read(text, names)])),
    exponents: exponentsFrom(exponents, read),
  };
  requirePossible(scaling);
  return scaling;
}

/**
 * The scaling family.
 *
 * @param exponents exponents that get a value, in plain letters; D, q, beta and l stay symbolic unless set
 * @returns the scaling
 * @throws InputError for an unknown exponent, one out of range, or exponents defined by each other
 * Source: [T25] Conditions A.1, A.2.
 * @example
 * [...familyScaling({ D: "6", q: "3" }).exponents.keys()].join(" ") // => "D q powerEta logSigmaP logAlpha logM"
 */
export const familyScaling = (exponents: Texts = {}): Scaling => scalingBy(plainFormula, exponents, {});
