import { Fraction } from "../../algebra/mathjs.ts";
import { signOn } from "../order/domain.ts";
import { constantOf, negative, type Polynomial, signOf } from "../order/polynomial.ts";
import { type Bound, weakened } from "./bound.ts";
import type { Certificate, Factor } from "./certificate.ts";
import { type Condition, clausesOf } from "./condition.ts";
import { type Form, isNumber, LOG_N, product, raised } from "./form.ts";
import { compareWithOne } from "./numbers.ts";
import { type Row, rowKey, rowText } from "./row.ts";

/** What stands for a row or condition wherever it comes from. */
const keyOf = (condition: Condition): string =>
  condition.kind === "row" ? rowKey(condition.row) : `${condition.kind}(${condition.of.map(keyOf).sort().join("; ")})`;

/** Rows that hold, and conditions of which a part does. */
interface Known {
  readonly rows: ReadonlySet<string>;
  readonly choices: ReadonlySet<string>;
}

function knownFrom(conditions: readonly Condition[]): Known {
  const [rows, choices] = [new Set<string>(), new Set<string>()];
  const walk = (condition: Condition): void => {
    if (condition.kind === "all" || (condition.kind === "any" && condition.of.length === 1)) condition.of.forEach(walk);
    else (condition.kind === "row" ? rows : choices).add(keyOf(condition));
  };
  conditions.forEach(walk);
  return { rows, choices };
}

/** n, log n and integers from 2 on are large; integers are constants. */
const isFact = ({ form, bound }: Row): boolean => {
  const [[base, exponent] = ["", new Map() as Polynomial]] = form;
  if (form.size !== 1) return false;
  if (constantOf(exponent)?.compare(1) === 0)
    return (isNumber(base) && bound === "O") || (base === "n" && bound === "poly");
  if (constantOf(exponent)?.compare(-1) !== 0) return false;
  if (base === "n") return bound !== "beyond";
  if (base === LOG_N) return bound !== "beyond" && bound !== "o~";
  return isNumber(base) && !["beyond", "o~", "o"].includes(bound);
};

/** What a factor to its power satisfies; undefined where its power may be negative. */
function boundAt({ row, power }: Factor): Bound | undefined {
  const sign = signOn(power);
  if (sign === "positive") return row.bound;
  return sign === "non-negative" || sign === "zero" ? weakened(row.bound) : undefined;
}

/** The exponents of n, log n and constants in a product that has nothing else in it; undefined where it has. */
function restOf(form: Form): { n: Fraction; log: Fraction; constants: [string, Fraction][] } | undefined {
  const rest = { n: new Fraction(0), log: new Fraction(0), constants: [] as [string, Fraction][] };
  for (const [base, exponent] of form) {
    const value = constantOf(exponent);
    if (value === undefined) return undefined;
    if (base === "n") rest.n = value;
    else if (base === LOG_N) rest.log = value;
    else if (isNumber(base)) rest.constants.push([base, value]);
    else return undefined;
  }
  return rest;
}

/** Whether factors of which bounds hold, times n^a (log n)^b c, satisfy a bound. */
function suffices(bounds: ReadonlySet<Bound>, rest: NonNullable<ReturnType<typeof restOf>>, bound: Bound): boolean {
  if (bounds.has("beyond")) return false;
  if (bound === "poly") return true;
  if (bounds.has("poly")) return false;
  const n = signOf(rest.n);
  // A power of n is left over, or lies in a hypothesis.
  if (n !== 0) return n < 0;
  if (bounds.has("o~") || bound === "O~") return true;
  if (bound === "o~" || bounds.has("O~")) return false;
  const log = signOf(rest.log);
  if (log !== 0) return log < 0;
  if (bounds.has("o") || bound === "O") return true;
  if (bound === "o" || bounds.has("O")) return false;
  const constant = compareWithOne(rest.constants);
  if (constant !== 0) return constant < 0;
  return bound === "<=" || bounds.has("<");
}

/** Multiplies a product out, and compares it with what is claimed. */
function provesProduct(
  { factors, goals }: Certificate & { kind: "product" },
  known: Known,
  clause: readonly Row[],
): boolean {
  const claimed = new Set(clause.map((row) => rowKey(row)));
  const licensed = factors.every(({ row }) => known.rows.has(rowKey(row)) || isFact(row));
  const bounds = factors.map(boundAt);
  const asked = goals.every(
    ({ row, power }) => claimed.has(rowKey(row)) && signOf(constantOf(power) ?? new Fraction(0)) > 0,
  );
  if (!licensed || !asked || bounds.includes(undefined)) return false;
  const rest = restOf(
    product(
      ...goals.map(({ row, power }) => raised(row.form, power)),
      ...factors.map(({ row, power }) => raised(row.form, negative(power))),
    ),
  );
  // Without a goal the hypotheses say of 1 that it is below 1.
  const bound = goals.length === 0 ? "<" : (goals[0] as Factor).row.bound;
  const alike = goals.every(({ row }) => row.bound === bound);
  return rest !== undefined && alike && suffices(new Set(bounds as Bound[]), rest, bound);
}

function proves(certificate: Certificate, given: readonly Condition[], clause: readonly Row[]): boolean {
  const known = knownFrom(given);
  if (certificate.kind === "product") return provesProduct(certificate, known, clause);
  const choice: Condition = { kind: "any", of: certificate.of.map(({ condition }) => condition) };
  return (
    known.choices.has(keyOf(choice)) &&
    certificate.of.every((part) => proves(part.certificate, [...given, part.condition], clause))
  );
}

/** Whether a certificate proves that what is given contradicts itself. */
export const contradicts = (certificate: Certificate, given: readonly Condition[]): boolean =>
  proves(certificate, given, []);

/**
 * Whether certificates prove a claim: hypotheses are looked up, powers multiplied out and compared; nothing is searched.
 *
 * @param certificates one for each clause of the claim
 * @param given what may be used
 * @param claimed the claim
 * @returns undefined where they do; else what is wrong, in words
 * Source: ours; independent of the search that found them.
 */
export function flawIn(
  certificates: readonly Certificate[],
  given: readonly Condition[],
  claimed: Condition,
): string | undefined {
  const clauses = clausesOf(claimed);
  if (clauses.length !== certificates.length)
    return `${clauses.length} clauses have ${certificates.length} certificates`;
  const flawed = clauses.find((clause, k) => !proves(certificates[k] as Certificate, given, clause));
  return flawed && `the certificate of ${flawed.map(rowText).join(" or ")} does not multiply out`;
}
