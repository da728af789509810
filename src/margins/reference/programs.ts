import { InputError } from "../../setting/inputError.ts";
import type { Row } from "./rows.ts";

/** A difference u = w_+ - w_- with a large least margin, and multipliers of the margins, that a solver has found. */
export interface Candidate {
  /** By place; 0 elsewhere. */
  readonly direction: ReadonlyMap<number, number>;
  /** lambda_i >= 0, [n], not all 0. */
  readonly multipliers: readonly number[];
}

/** What we use of HiGHS. */
export interface Solver {
  solve(problem: string): {
    readonly Status: string;
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
    readonly Rows: readonly { readonly Name: string; readonly Dual?: number }[];
  };
}

const term = (value: number, name: string) => `${value < 0 ? "-" : "+"} ${Math.abs(value)} ${name}`;
/** Longer lines than these are not read. */
const WRAP = 200;

/** A sum of terms on lines that are short enough. */
function sumOf(terms: readonly string[]): string {
  const lines: string[] = [""];
  for (const one of terms) {
    if ((lines.at(-1) as string).length + one.length > WRAP) lines.push("");
    lines[lines.length - 1] += ` ${one}`;
  }
  return lines.join("\n");
}

const placesOf = (rows: readonly Row[]) => [...new Set(rows.flatMap(({ places }) => places))].sort((a, b) => a - b);

const constraints = (rows: readonly Row[], more: readonly string[], right: number) =>
  rows.map(({ places, values }, i) => {
    const terms = places.map((k, e) => term(values[e] as number, `u${k}`));
    return `r${i}:${sumOf([...terms, ...more])} >= ${right}`;
  });

/** max g with <z_i, u> >= g and |u_k| <= 1, in CPLEX's LP format. */
const boxProgram = (rows: readonly Row[]): string =>
  [
    "Maximize",
    "obj: g",
    "Subject To",
    ...constraints(rows, ["- 1 g"], 0),
    "Bounds",
    "g free",
    ...placesOf(rows).map((k) => `-1 <= u${k} <= 1`),
    "End",
  ].join("\n");

/** min |u|^2/2 with <z_i, u> >= 1. */
const ballProgram = (rows: readonly Row[]): string =>
  [
    "Minimize",
    `obj: [${sumOf(placesOf(rows).map((k) => `+ u${k} ^2`))} ] / 2`,
    "Subject To",
    ...constraints(rows, [], 1),
    "Bounds",
    ...placesOf(rows).map((k) => `u${k} free`),
    "End",
  ].join("\n");

/** The programs, by the norm that bounds the weights: a box or a ball. */
export const PROGRAMS = { linf: boxProgram, l2: ballProgram } as const;

/**
 * Asks a solver for the largest margin.
 *
 * @param solver HiGHS
 * @param rows z_i
 * @param norm of u
 * @returns what it found; undefined where it says that no direction tells all examples apart
 * @throws InputError where it gives up
 * Source: ours; the programs are those of the hard-margin support vector machine, in l2 and in l_inf.
 */
export function solved(solver: Solver, rows: readonly Row[], norm: keyof typeof PROGRAMS): Candidate | undefined {
  const { Status, Columns, Rows } = solver.solve(PROGRAMS[norm](rows));
  if (Status === "Infeasible") return undefined;
  if (Status !== "Optimal") {
    throw new InputError(`largest must be found by HiGHS, but it stops with "${Status}"; leave it out`);
  }
  const direction = new Map(placesOf(rows).map((k) => [k, Columns[`u${k}`]?.Primal ?? 0]));
  const duals = new Map(Rows.map(({ Name, Dual = 0 }) => [Name, Math.abs(Dual)]));
  const multipliers = rows.map((_, i) => duals.get(`r${i}`) ?? 0);
  return multipliers.some((lambda) => lambda > 0) ? { direction, multipliers } : undefined;
}
