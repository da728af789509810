import type { Program } from "../../../optimizers/formula/program.ts";
import { type Bytes, section, text, vector } from "./binary.ts";
import { END, F64, f64, I32, I64, i32, V128, v128 } from "./code.ts";
import { beginFunction, type Numbers, POWER, sharedWithLanes, updateFunction } from "./functions.ts";

/** The doubles and the addresses that the host sets, in the order of the module's globals. */
export const DOUBLES = ["eta", "lambda", "b1", "b2", "eps"] as const;
export const ADDRESSES = ["weights", "memories", "stride"] as const;

/** What a module calls a parameter of an optimizer's own. */
export type ParameterCell = `parameter ${string}`;
export const parameterCell = (name: string): ParameterCell => `parameter ${name}`;

const isDouble = (name: string) => (DOUBLES as readonly string[]).includes(name);

/** The parameters of an optimizer's own that its formulas use. */
export const parametersOf = ({ instructions }: Program): readonly string[] =>
  instructions.flatMap((one) => (one.op === "shared" && one.name !== "t" && !isDouble(one.name) ? one.name : []));

/** What a module exports beside its numbers. */
export const FUNCTIONS = ["begin", "update"] as const;

const functionType = (parameters: readonly number[], results: readonly number[]): Bytes => [
  0x60,
  ...vector(parameters.map((type) => [type])),
  ...vector(results.map((type) => [type])),
];

const variable = (type: number, zero: Bytes): Bytes => [type, 1, ...zero, ...END];

/** A memory that other instances use too: one of a thread's own, or one of several threads, which must say how large it may become. */
const imported = (shared: boolean): Bytes => [
  ...[...text("env"), ...text("memory"), 0x02],
  ...(shared ? [0x03, ...[0x01], ...[0x80, 0x80, 0x04]] : [0x00, 0x00]),
];

/**
 * A WebAssembly module that carries out an update.
 *
 * It exports `begin(t)`, what all weights of a step share; `update(w, end, g, hit)`, as the updates of kernel/index.ts; and the numbers that the host
 * sets before: hyperparameters, the addresses of the first weight and of the first memory, and how far memories are apart.
 *
 * @param program of the update
 * @param shared whether its memory is that of several threads
 * @returns the binary
 * Source: ours, docs/notes/formulas.md; WebAssembly Core Specification 2.0, 5.5.
 */
export function moduleOf(program: Program, shared: boolean): Uint8Array {
  const doubles = [...DOUBLES, ...parametersOf(program).map(parameterCell)];
  const inputs: readonly string[] = [...doubles, ...ADDRESSES];
  const kept = sharedWithLanes(program);
  const numbers: Numbers = {
    input: (name) => Math.max(inputs.indexOf(name), inputs.indexOf(parameterCell(name))),
    shared: (place) => inputs.length + kept.indexOf(place),
    power: FUNCTIONS.length,
  };
  const globals = [
    ...doubles.map(() => variable(F64, f64.of(0))),
    ...ADDRESSES.map(() => variable(I32, i32.of(0))),
    ...kept.map(() => variable(V128, v128.of(0))),
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [functionType([F64], []), functionType([I32, I32, I32, I32], []), functionType([V128, I64], [V128])]),
    ...section(2, [imported(shared)]),
    ...section(3, [[0], [1], [2]]),
    ...section(6, globals),
    ...section(7, [
      ...FUNCTIONS.map((name, place) => [...text(name), 0x00, place]),
      ...inputs.map((name, place) => [...text(name), 0x03, place]),
    ]),
    ...section(10, [beginFunction(program, numbers), updateFunction(program, numbers), POWER]),
  ]);
}
