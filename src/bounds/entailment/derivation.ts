import { Fraction } from "../../algebra/mathjs.ts";
import { constant, constantOf, negative, type Polynomial, times, toText } from "../order/polynomial.ts";
import type { Bound } from "./bound.ts";
import type { Certificate, Factor } from "./certificate.ts";
import { type Form, formText, isNumber, partOf, product, raised } from "./form.ts";
import { type Row, rowText } from "./row.ts";

/** A derivation in one line: left = product = bounds = conclusion. */
export interface Line {
  /** Of several the smallest, which is at most the left: their weighted geometric mean. */
  readonly smallest?: string;
  /** What is bounded. */
  readonly left: string;
  /** The same as powers of what hypotheses bound, with what is left over. */
  readonly product: string;
  /** What each of these is, and what is left over. */
  readonly bounds: readonly string[];
  readonly rest: string;
  /** "<=" where a hypothesis says so, else "=". */
  readonly sign: "=" | "<=";
  /** What the left is then: "= o(1)", "<= 1". */
  readonly conclusion: string;
  readonly uses: readonly Use[];
}

/** A hypothesis, or a fact, that a line uses. */
export interface Use {
  /** The place of the hypothesis, from 0; undefined of a fact. */
  readonly place: number | undefined;
  readonly says: string;
  readonly power: string;
}

const powered = (base: string, power: Polynomial): string => {
  if (constantOf(power)?.compare(1) === 0) return base;
  const text = toText(power);
  return `${base}^${/^\w$/.test(text) ? text : `(${text})`}`;
};

/** A product of powers as a factor: in brackets where it is more than a name. */
const grouped = (form: Form): string => {
  const text = formText(form);
  return /^[\w.]+(\([\w.]+\))?$/.test(text) ? text : `(${text})`;
};

const isInfix = (bound: Bound): boolean => bound === "<" || bound === "<=";

const boundText = (bound: Bound): string =>
  isInfix(bound) ? "1" : bound === "poly" ? "n^O(1)" : bound === "beyond" ? "n^-omega(1)" : `${bound}(1)`;

/** What a power of a factor is; a power whose size is known changes no bound. */
const boundOf = ({ row: { bound }, power }: Factor): string =>
  isInfix(bound) || constantOf(power) ? boundText(bound) : powered(boundText(bound), power);

const conclusionOf = (bound: Bound): string => (isInfix(bound) ? `${bound} 1` : `= ${boundText(bound)}`);

/** The weights of goals: they add up to 1. */
function scaled({ factors, goals }: Certificate & { kind: "product" }): { factors: Factor[]; goals: Factor[] } {
  const total = goals.reduce((sum, { power }) => sum.add(constantOf(power) as Fraction), new Fraction(0));
  const by = constant(goals.length === 0 ? 1 : new Fraction(1).div(total));
  const all = (list: readonly Factor[]) => list.map(({ row, power }) => ({ row, power: times(power, by) }));
  return { factors: all(factors), goals: all(goals) };
}

/** The same without constant factors, where no bound tells one constant from another. */
function withoutConstants(list: readonly Factor[]): Factor[] {
  return list.map(({ row, power }) => ({ row: { ...row, form: partOf(row.form, (base) => !isNumber(base)) }, power }));
}

const useOf = ({ row, power }: Factor): Use => ({
  place: row.why.kind === "given" ? row.why.place : undefined,
  says: rowText(row),
  power: toText(power),
});

/** A product, and what is left over, under a bar where nothing stands above it. */
function multiplied(parts: readonly string[], rest = "1"): string {
  const text = parts.filter((part) => part !== "1").join("*");
  if (text === "") return rest;
  return rest === "1" ? text : rest.startsWith("1/") ? text + rest.slice(1) : `${text}*${rest}`;
}

/** A product as a line. */
export function lineOf(certificate: Certificate & { kind: "product" }): Line {
  const whole = scaled(certificate);
  const exactly = [...whole.factors, ...whole.goals].some(({ row }) => isInfix(row.bound)) || whole.goals.length === 0;
  const [factors, goals] = [whole.factors, whole.goals].map((list) => (exactly ? list : withoutConstants(list))) as [
    Factor[],
    Factor[],
  ];
  const rest = product(
    ...goals.map(({ row, power }) => raised(row.form, power)),
    ...factors.map(({ row, power }) => raised(row.form, negative(power))),
  );
  const bound: Bound = (goals[0]?.row as Row | undefined)?.bound ?? "<";
  const restText = formText(rest);
  const sign = factors.some(({ row }) => isInfix(row.bound)) ? "<=" : "=";
  const weighted = multiplied(goals.map(({ row, power }) => powered(grouped(row.form), power)));
  const [first, ...more] = goals.map(({ row }) => formText(row.form));
  const of = multiplied(
    factors.map(({ row, power }) => powered(grouped(row.form), power)),
    restText,
  );
  return {
    ...(more.length > 0 ? { smallest: `min(${[first, ...more].join(", ")})` } : {}),
    left: more.length > 0 ? weighted : (first ?? "1"),
    product: factors.length === 1 && of === `(${first})` ? (first as string) : of,
    bounds: factors.map(boundOf),
    rest: restText,
    sign,
    conclusion: conclusionOf(bound),
    uses: whole.factors.map(useOf),
  };
}

/**
 * A derivation in one line, as people write it.
 *
 * @param line any
 * @returns such as "x/z = (x/y)*(y/z) = O(1)*o(1) = o(1)"
 */
export function lineText({ smallest, left, product: of, sign, bounds, rest, conclusion }: Line): string {
  const parts = [...(of === left ? [] : [`= ${of}`]), `${sign} ${multiplied(bounds, rest)}`, conclusion];
  const once = parts.filter((part, k) => part.replace(/^<?= /, "") !== parts[k - 1]?.replace(/^<?= /, ""));
  return [...(smallest === undefined ? [] : [`${smallest} <=`]), left, ...once].join(" ");
}
