import { DOUBLES } from "../../numeric/arithmetic.ts";
import { type Decay, decayFactors, type Hyperparameters, type Iterate } from "../optimizer.ts";
import { initOwn } from "../ownUpdate.ts";
import { type At, apply, sharedBy } from "./evaluate.ts";
import { type Instruction, operandsOf, type Program } from "./program.ts";

/** Weights that are taken together: their numbers stay in the first cache. */
const BLOCK = 128;

type Lanes = Float64Array;

/** The operations of `DOUBLES` and the flush on many numbers; each has a loop of its own, which the compiler can see through. */
function carryOut(instruction: Instruction, n: number, out: Lanes, a: Lanes, b: Lanes): void {
  switch (instruction.op) {
    case "add":
      for (let k = 0; k < n; k++) out[k] = (a[k] as number) + (b[k] as number);
      break;
    case "sub":
      for (let k = 0; k < n; k++) out[k] = (a[k] as number) - (b[k] as number);
      break;
    case "mul":
      for (let k = 0; k < n; k++) out[k] = (a[k] as number) * (b[k] as number);
      break;
    case "div":
      for (let k = 0; k < n; k++) out[k] = (a[k] as number) / (b[k] as number);
      break;
    case "ratio":
      for (let k = 0; k < n; k++) out[k] = b[k] === 0 ? 0 : (a[k] as number) / (b[k] as number);
      break;
    case "min":
      for (let k = 0; k < n; k++) out[k] = Math.min(a[k] as number, b[k] as number);
      break;
    case "max":
      for (let k = 0; k < n; k++) out[k] = Math.max(a[k] as number, b[k] as number);
      break;
    case "neg":
      for (let k = 0; k < n; k++) out[k] = -(a[k] as number);
      break;
    case "abs":
      for (let k = 0; k < n; k++) out[k] = Math.abs(a[k] as number);
      break;
    case "sign":
      for (let k = 0; k < n; k++) out[k] = Math.sign(a[k] as number);
      break;
    case "sqrt":
      for (let k = 0; k < n; k++) out[k] = Math.sqrt(a[k] as number);
      break;
    case "flush": {
      const { limit } = instruction;
      for (let k = 0; k < n; k++) out[k] = Math.abs(a[k] as number) < limit ? 0 : (a[k] as number);
      break;
    }
  }
}

/**
 * An update on arrays of weights.
 *
 * @param program its operations
 * @param decay where lambda enters
 * @returns what `Optimizer.update` is: reads `at`, writes `into`, which may be the same
 * Source: ours.
 */
export function updateBy(program: Program, decay: Decay) {
  const { instructions, memory, weight } = program;
  const names = memory.map(({ name }) => name);
  // Scratch: nothing of it is read before it is written anew.
  const registers = instructions.map(() => new Float64Array(BLOCK));
  const operands = instructions.map((instruction) => {
    const [a = 0, b = a] = operandsOf(instruction);
    return [registers[a], registers[b]] as [Lanes, Lanes];
  });
  const none: At<number>["memory"] = {};

  /** Fills the registers of what all weights share. */
  const share = (hyper: Hyperparameters, step: number, n: number): void => {
    const values = sharedBy(hyper, decayFactors(decay, hyper), step);
    const at: At<number> = { weight: 0, gradient: 0, memory: none, shared: (name) => values[name], step };
    const results: number[] = [];
    instructions.forEach((instruction, place) => {
      results.push(instruction.shared ? apply(instruction, DOUBLES, at, results) : 0);
      if (instruction.shared) (registers[place] as Lanes).fill(results[place] as number, 0, n);
    });
  };

  return (
    hyper: Hyperparameters,
    at: Iterate,
    gradient: Float64Array,
    into: Iterate = initOwn(names, at.weights),
  ): Iterate => {
    const step = at.step + 1;
    const load = (source: Lanes, first: number, n: number, register: Lanes): void => {
      for (let k = 0; k < n; k++) register[k] = source[first + k] as number;
    };
    const store = (target: Lanes | undefined, first: number, n: number, register: Lanes): void => {
      for (let k = 0; k < n; k++) (target as Lanes)[first + k] = register[k] as number;
    };
    share(hyper, step, Math.min(BLOCK, gradient.length));
    for (let first = 0; first < gradient.length; first += BLOCK) {
      const n = Math.min(BLOCK, gradient.length - first);
      for (let place = 0; place < instructions.length; place++) {
        const instruction = instructions[place] as Instruction;
        const register = registers[place] as Lanes;
        const [a, b] = operands[place] as [Lanes, Lanes];
        if (instruction.shared) continue;
        if (instruction.op === "gradient") load(gradient, first, n, register);
        else if (instruction.op === "weight") load(at.weights, first, n, register);
        else if (instruction.op === "memory") load(at.moments?.[instruction.name] as Lanes, first, n, register);
        else carryOut(instruction, n, register, a, b);
      }
      for (const { name, result } of memory) store(into.moments?.[name], first, n, registers[result] as Lanes);
      store(into.weights, first, n, registers[weight] as Lanes);
    }
    return { ...into, step };
  };
}
