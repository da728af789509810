import type { Instruction } from "../../../optimizers/formula/program.ts";
import type { Bytes } from "./binary.ts";
import { call, f64, f64x2, get, v128 } from "./code.ts";

/** What an operation's code needs beside its operands. */
export interface Place {
  /** The local that holds the result of an instruction. */
  readonly local: (place: number) => number;
  /** The function that is `POWER`. */
  readonly power: number;
  /** The local that holds t, a double. */
  readonly t: number;
}

const TWO = { add: f64x2.add, sub: f64x2.sub, mul: f64x2.mul, div: f64x2.div, min: f64x2.min, max: f64x2.max } as const;

/** Math.sign: zeros keep their sign, NaN stays NaN. */
const signOf = (x: Bytes): Bytes => [
  ...x,
  ...[...x, ...v128.of(-0), ...v128.and],
  ...[...x, ...v128.of(0), ...f64x2.differ, ...v128.of(1), ...v128.and, ...v128.or],
  ...[...x, ...x, ...f64x2.differ, ...v128.select],
];

/**
 * The code of an operation on two lanes; `DOUBLES` and the flush, operation for operation.
 *
 * @param instruction any that is made of others
 * @param place where those are
 * @returns code that leaves the result on the stack
 * Source: ours.
 */
export function operationCode(instruction: Instruction, { local, power, t }: Place): Bytes {
  const of = (place: number) => get(local(place));
  switch (instruction.op) {
    case "neg":
    case "abs":
    case "sqrt":
      return [...of(instruction.of), ...f64x2[instruction.op]];
    case "sign":
      return signOf(of(instruction.of));
    case "flush": {
      const x = of(instruction.of);
      return [...x, ...x, ...f64x2.abs, ...v128.of(instruction.limit), ...f64x2.less, ...v128.andNot];
    }
    case "ratio": {
      const [above, below] = [of(instruction.left), of(instruction.right)];
      const isZero = [...below, ...v128.of(0), ...f64x2.equal];
      return [...above, ...below, ...f64x2.div, ...isZero, ...v128.andNot];
    }
    case "power": {
      const exponent = [...f64.of(instruction.times), ...get(t), ...f64.mul, ...f64.of(instruction.plus), ...f64.add];
      return [...of(instruction.of), ...exponent, ...f64.toI64, ...call(power)];
    }
    case "add":
    case "sub":
    case "mul":
    case "div":
    case "min":
    case "max":
      return [...of(instruction.left), ...of(instruction.right), ...TWO[instruction.op]];
    default:
      throw new Error(`${instruction.op} is made of nothing`);
  }
}
