import type { Expression } from "../../src/algebra/formula.ts";
import { DOMAIN, type Range } from "../../src/bounds/order/domain.ts";
import { parseFormula } from "../../src/bounds/order/formula.ts";
import { toText } from "../../src/bounds/order/polynomial.ts";
import type { Scaling } from "../../src/bounds/order/scaling.ts";
import { parseStatement } from "../../src/bounds/order/statement.ts";
import { coqOf } from "./expression.ts";

const RELATIONS: Readonly<Record<string, string>> = {
  o: "little_o",
  O: "big_O",
  omega: "omega",
  "o~": "little_o_tilde",
  "O~": "big_O_tilde",
};

/** e are the exponents, n the number of examples; whatever else there is grows with n. */
const nameOf = (name: string): string => {
  if (name === "n") return name;
  return Object.hasOwn(DOMAIN, name) ? `${name} e` : `${name} e n`;
};
const term = (tree: Expression) => coqOf(tree, { name: nameOf, power: "Rpower" });

/**
 * A statement between orders, for exponents e.
 *
 * @param text such as "s sigmaP = omega(1)"
 * @returns such as "omega (fun n => s e n * sigmaP e n) (fun n => 1)"
 * @throws InputError where it is none
 * Source: ours; orders.v defines the relations.
 * @example
 * relationTerm("alpha = o(1)") // => "little_o (fun n => alpha e n) (fun n => 1)"
 */
export function relationTerm(text: string): string {
  const { left, relation, right } = parseStatement(text);
  return `${RELATIONS[relation.name]} (fun n => ${term(left.tree)}) (fun n => ${term(right.tree)})`;
}

/** The exponents as a record. */
export const exponentsDefinition = (): string =>
  `Record exponents : Type := { ${Object.keys(DOMAIN)
    .map((name) => `${name} : R`)
    .join("; ")} }.`;

/** Every quantity of a scaling as a function of n. */
export const quantityDefinitions = ({ quantities }: Scaling): string[] =>
  [...quantities]
    // Constants beside which nothing is compared.
    .filter(([name]) => name !== "b1" && name !== "b2")
    .map(([name, { tree }]) => `Definition ${name} (e : exponents) (n : R) : R := ${term(tree)}.`);

const rangeTerm = (name: string): string => {
  const { least, strict, most } = DOMAIN[name] as Range;
  return `${least} ${strict ? "<" : "<="} ${name} e${most === undefined ? "" : ` <= ${most}`}`;
};

/**
 * What exponents satisfy: their domain, and the values that a scaling gives some of them.
 *
 * @param name of the predicate
 * @param scaling whose exponents
 * @returns its definition
 */
export function exponentsPredicate(name: string, { exponents }: Scaling): string {
  const values = [...exponents].map(([exponent, value]) => `${exponent} e = ${term(parseFormula(toText(value)).tree)}`);
  const open = Object.keys(DOMAIN).filter((exponent) => !exponents.has(exponent));
  return `Definition ${name} (e : exponents) : Prop := ${[...open.map(rangeTerm), ...values].join(" /\\ ")}.`;
}
