import { DOUBLES } from "../../numeric/arithmetic.ts";
import type { Hyperparameters, Iterate } from "../optimizer.ts";
import { initOwn } from "../ownUpdate.ts";
import { type At, apply, sharedBy } from "./evaluate.ts";
import { LOOPS, type Loop } from "./loops.ts";
import { operandsOf, type Program } from "./program.ts";

/** Weights that are taken together: their numbers stay in the first cache. */
const BLOCK = 128;

type Lanes = Float64Array;

/** An operation with the registers that it reads and writes. */
interface Entry {
  readonly loop: Loop;
  readonly out: Lanes;
  readonly a: Lanes;
  readonly b: Lanes;
}

/** Where a register gets its numbers from, or where they go. */
type Move = readonly [name: "gradient" | "weight" | { readonly memory: string }, register: Lanes];

/** The operations of single weights as a list of loops, what is read before, and what is written after. */
function tapeOf({ instructions, memory, weight }: Program, registers: readonly Lanes[]) {
  const reads: Move[] = [];
  const entries: Entry[] = [];
  instructions.forEach((instruction, place) => {
    const { op } = instruction;
    const out = registers[place] as Lanes;
    if (instruction.shared || op === "number" || op === "shared" || op === "power") return;
    if (op === "gradient" || op === "weight") reads.push([op, out]);
    else if (op === "memory") reads.push([{ memory: instruction.name }, out]);
    else {
      const [a = 0, b = a] = operandsOf(instruction);
      const second = op === "flush" ? new Float64Array(BLOCK).fill(instruction.limit) : (registers[b] as Lanes);
      entries.push({ loop: LOOPS[op], out, a: registers[a] as Lanes, b: second });
    }
  });
  const writes: Move[] = [
    ...memory.map(({ name, result }): Move => [{ memory: name }, registers[result] as Lanes]),
    ["weight", registers[weight] as Lanes],
  ];
  return { reads, entries, writes };
}

/** What all weights of a step share, into registers that have another number. */
function sharerOf({ instructions }: Program, registers: readonly Lanes[]) {
  const places = [...instructions.keys()].filter((place) => instructions[place]?.shared);
  const results: number[] = [];
  return (hyper: Hyperparameters, step: number): void => {
    const at: At<number> = { weight: 0, gradient: 0, memory: {}, shared: sharedBy(hyper, step), step };
    for (const place of places) {
      const before = results[place];
      const result = apply(instructions[place] as Program["instructions"][number], DOUBLES, at, results);
      results[place] = result;
      if (!Object.is(before, result)) (registers[place] as Lanes).fill(result);
    }
  };
}

/**
 * An update on arrays of weights.
 *
 * @param program its operations
 * @returns what `Optimizer.update` is: reads `at`, writes `into`, which may be the same
 * Source: ours.
 * @example
 * const update = updateBy(programOf(parseUpdate({ direction: "g^2" }, { betas: false, eps: false }), "decoupled"))
 * const at = { weights: Float64Array.of(8), step: 0, moments: null }
 * update({ lr: 0.5, weightDecay: 1, convention: "paper" }, at, Float64Array.of(4)).weights[0] // => -4
 */
export function updateBy(program: Program) {
  const names = program.memory.map(({ name }) => name);
  // Scratch: of single weights nothing is read before it is written anew.
  const registers = program.instructions.map(() => new Float64Array(BLOCK));
  const { reads, entries, writes } = tapeOf(program, registers);
  const share = sharerOf(program, registers);
  return (
    hyper: Hyperparameters,
    at: Iterate,
    gradient: Float64Array,
    into: Iterate = initOwn(names, at.weights),
  ): Iterate => {
    const step = at.step + 1;
    const arrayOf = (name: Move[0], of: Iterate): Lanes => {
      if (name === "gradient") return gradient;
      return name === "weight" ? of.weights : (of.moments?.[name.memory] as Lanes);
    };
    share(hyper, step);
    for (let first = 0; first < gradient.length; first += BLOCK) {
      const n = Math.min(BLOCK, gradient.length - first);
      for (const [name, register] of reads) {
        const from = arrayOf(name, at);
        for (let k = 0; k < n; k++) register[k] = from[first + k] as number;
      }
      for (const { loop, out, a, b } of entries) loop(n, out, a, b);
      for (const [name, register] of writes) {
        const to = arrayOf(name, into);
        for (let k = 0; k < n; k++) to[first + k] = register[k] as number;
      }
    }
    return { ...into, step };
  };
}
