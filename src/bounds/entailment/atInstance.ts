import { InputError } from "../../setting/inputError.ts";
import { decideStatement } from "../order/decideStatement.ts";
import type { Expression, Formula } from "../order/formula.ts";
import { plainFormula } from "../order/plainFormula.ts";
import { constantOf } from "../order/polynomial.ts";
import { RELATIONS, type Relation } from "../order/relations.ts";
import type { Scaling } from "../order/scaling.ts";
import type { Statement } from "../order/statement.ts";
import type { Instance } from "./instance.ts";
import { compareLeading, leadingOf } from "./leading.ts";
import type { Scope } from "./scope.ts";

/** A scaling of names as the order algebra has it. */
export const scalingAt = (instance: Instance, { defined, exponents }: Scope): Scaling => ({
  quantities: new Map<string, Formula>([
    ...Object.entries(instance).map(([name, text]) => [name, plainFormula(text)] as const),
    ...defined,
  ]),
  exponents,
});

const SIGNS: Readonly<Record<string, (sign: number) => boolean>> = {
  "<": (sign) => sign < 0,
  "<=": (sign) => sign <= 0,
  ">": (sign) => sign > 0,
  ">=": (sign) => sign >= 0,
};

/**
 * Whether a statement holds where every name is a formula in n.
 *
 * @param statement in names that the scaling has
 * @param scaling a formula in n for each, values for exponents
 * @returns true or false; undefined where neither orders nor leading terms tell
 * Source: ours; by the order algebra, which shares nothing with how claims are decided.
 */
export function holdsAt(statement: Statement, scaling: Scaling): boolean | undefined {
  const { left, relation, right } = statement;
  try {
    const sign = SIGNS[relation.name];
    if (sign === undefined) {
      const { verdict } = decideStatement(statement, scaling);
      return verdict === "depends" ? undefined : verdict === "holds";
    }
    const exponents = new Map(
      [...scaling.exponents].flatMap(([name, value]) => {
        const number = constantOf(value);
        return number === undefined ? [] : [[name, number] as const];
      }),
    );
    const zeros = [left, right].map(({ tree }) => tree.kind === "number" && tree.value.n === 0n);
    if (zeros.includes(true)) return sign(zeros[0] ? -1 : 1);
    const [f, g] = [left, right].map((side) => leadingOf(side, scaling.quantities, exponents));
    const compared = f && g && compareLeading(f, g);
    return compared === undefined ? undefined : sign(compared);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** What logs are taken of in a formula, and in the names that it uses. */
function argumentsOfLogs({ tree, ...owner }: Formula, { quantities }: Scaling): Formula[] {
  const walk = (part: Expression): Formula[] => {
    switch (part.kind) {
      case "number":
        return [];
      case "symbol": {
        const value = quantities.get(part.name);
        return value ? argumentsOfLogs(value, { quantities, exponents: new Map() }) : [];
      }
      case "negative":
        return walk(part.of);
      case "call":
        return [
          ...(part.name === "log" ? part.of.map((of) => ({ ...owner, tree: of })) : []),
          ...part.of.flatMap(walk),
        ];
      case "operator":
        return [...walk(part.left), ...walk(part.right)];
    }
  };
  return walk(tree);
}

const ONE = plainFormula("1");
const LARGE = ["omega", ">"].map((name) => RELATIONS.find((relation) => relation.name === name) as Relation);

/**
 * Whether every log in a statement is positive where every name is a formula in n: whoever writes log(x) says that x > 1.
 *
 * @param statement in names that the scaling has
 * @param scaling a formula in n for each, values for exponents
 * @returns false where that is not so or cannot be told
 */
export const logsArePositive = ({ text, left, right }: Statement, scaling: Scaling): boolean =>
  [left, right]
    .flatMap((side) => argumentsOfLogs(side, scaling))
    .every((of) => LARGE.some((relation) => holdsAt({ text, left: of, relation, right: ONE }, scaling) === true));
