import { type Instruction, operandsOf, type Program } from "../../../optimizers/formula/program.ts";
import { type Bytes, unsigned, vector } from "./binary.ts";
import {
  AGAIN,
  ELSE,
  END,
  f64x2,
  get,
  getGlobal,
  I32,
  I64,
  IF,
  i32,
  i64,
  LOOP,
  set,
  setGlobal,
  V128,
  v128,
} from "./code.ts";
import { operationCode } from "./operation.ts";

/** Where a module keeps things, by number. */
export interface Numbers {
  /** Globals of the host: doubles by name, addresses. */
  readonly input: (name: string) => number;
  /** The global that keeps what an instruction gave for all weights of a step. */
  readonly shared: (place: number) => number;
  readonly power: number;
}

const body = (locals: readonly (readonly [count: number, type: number])[], code: Bytes): Bytes => {
  const whole = [...vector(locals.map(([count, type]) => [...unsigned(count), type])), ...code, ...END];
  return [...unsigned(whole.length), ...whole];
};

/** x^k, as `DOUBLES.power`: parameters x (two lanes) and k; locals the result, and what is left of |k|. */
export const POWER: Bytes = body(
  [
    [1, V128],
    [1, I64],
  ],
  [
    ...[...v128.of(1), ...set(2)],
    ...[...get(1), ...set(3)],
    ...[...get(1), ...i64.of(0), ...i64.isLess, ...IF, ...i64.of(0), ...get(1), ...i64.sub, ...set(3), ...END],
    ...LOOP,
    ...[...get(3), ...i64.of(0), ...i64.isMore, ...IF],
    ...[
      ...get(3),
      ...i64.of(1),
      ...i64.and,
      ...i64.toI32,
      ...IF,
      ...get(2),
      ...get(0),
      ...f64x2.mul,
      ...set(2),
      ...END,
    ],
    ...[...get(0), ...get(0), ...f64x2.mul, ...set(0)],
    ...[...get(3), ...i64.of(1), ...i64.shiftRight, ...set(3)],
    ...[...AGAIN, ...END, ...END],
    ...[...get(1), ...i64.of(0), ...i64.isLess, ...IF, ...v128.of(1), ...get(2), ...f64x2.div, ...set(2), ...END],
    ...get(2),
  ],
);

/** The instructions whose results are the same for all weights, and needed where they are not. */
export const sharedWithLanes = ({ instructions }: Program): readonly number[] => {
  const used = new Set(instructions.filter(({ shared }) => !shared).flatMap(operandsOf));
  return [...used].filter((place) => instructions[place]?.shared).sort((a, b) => a - b);
};

/**
 * Computes what all weights of a step share, and keeps it.
 *
 * @param program of the update
 * @param numbers of the module
 * @returns a function of t, the number of the step
 */
export function beginFunction(program: Program, { input, shared, power }: Numbers): Bytes {
  const { instructions } = program;
  const local = (place: number) => 1 + place;
  const codes = instructions.map((instruction, place) => {
    if (!instruction.shared) return [];
    const store = set(local(place));
    if (instruction.op === "number") return [...v128.of(instruction.value), ...store];
    if (instruction.op !== "shared") return [...operationCode(instruction, { local, power, t: 0 }), ...store];
    const value = instruction.name === "t" ? get(0) : getGlobal(input(instruction.name));
    return [...value, ...f64x2.splat, ...store];
  });
  const kept = sharedWithLanes(program).map((place) => [...get(local(place)), ...setGlobal(shared(place))]);
  return body([[instructions.length, V128]], [...codes.flat(), ...kept.flat()]);
}

/**
 * Updates the weights of neighbouring coordinates, two vectors at a time.
 *
 * @param program of the update
 * @param numbers of the module
 * @returns a function of the weights' address, one past the last, the address of their gradient, and whether that is read; else it is zero
 */
export function updateFunction(program: Program, { input, shared, power }: Numbers): Bytes {
  const { instructions, memory, weight } = program;
  const [w, end, g, hit] = [0, 1, 2, 3];
  const pointer = (name: string) => 4 + memory.findIndex((one) => one.name === name);
  const local = (place: number) => 4 + memory.length + place;

  const source = (instruction: Instruction, offset: number, reads: boolean): Bytes => {
    if (instruction.op === "gradient") return reads ? [...get(g), ...v128.load(offset)] : v128.of(0);
    if (instruction.op === "weight") return [...get(w), ...v128.load(offset)];
    if (instruction.op === "memory") return [...get(pointer(instruction.name)), ...v128.load(offset)];
    return operationCode(instruction, { local, power, t: 0 });
  };
  const oneVector = (offset: number, reads: boolean): Bytes => [
    ...instructions.flatMap((instruction, place) =>
      instruction.shared ? [] : [...source(instruction, offset, reads), ...set(local(place))],
    ),
    ...memory.flatMap(({ name, result }) => [...get(pointer(name)), ...get(local(result)), ...v128.store(offset)]),
    ...[...get(w), ...get(local(weight)), ...v128.store(offset)],
  ];
  const advance = [w, g, ...memory.map(({ name }) => pointer(name))].flatMap((at) => [
    ...[...get(at), ...i32.of(32), ...i32.add, ...set(at)],
  ]);
  const rows = (reads: boolean): Bytes => [
    ...[...LOOP, ...get(w), ...i32.of(32), ...i32.add, ...get(end), ...i32.atMost, ...IF],
    ...[...oneVector(0, reads), ...oneVector(16, reads), ...advance, ...AGAIN, ...END, ...END],
    ...[...get(w), ...get(end), ...i32.less, ...IF, ...oneVector(0, reads), ...END],
  ];
  const pointers = memory.flatMap(({ name }, k) => [
    ...[...get(w), ...getGlobal(input("weights")), ...i32.sub, ...getGlobal(input("memories")), ...i32.add],
    ...[...i32.of(k), ...getGlobal(input("stride")), ...i32.mul, ...i32.add, ...set(pointer(name))],
  ]);
  const constants = sharedWithLanes(program).flatMap((place) => [...getGlobal(shared(place)), ...set(local(place))]);
  const code = [...constants, ...pointers, ...get(hit), ...IF, ...rows(true), ...ELSE, ...rows(false), ...END];
  return body(
    [
      [memory.length, I32],
      [instructions.length, V128],
    ],
    code,
  );
}
