import type { Binary, Unary } from "./tree.ts";

/** Where an instruction came from, to say so where it fails. */
export interface Origin {
  readonly of: string;
  readonly text: string;
  readonly at: number;
}

/** One operation; its result has its place among the instructions as a number, by which later ones name it. */
export type Instruction = {
  /** Whether the result is one number for all weights of a step. */
  readonly shared: boolean;
  readonly origin?: Origin;
} & (
  | { readonly op: "number"; readonly value: number }
  /** A number that all weights of a step share, by the name that formulas have for it. */
  | { readonly op: "shared"; readonly name: string }
  | { readonly op: "gradient" | "weight" }
  | { readonly op: "memory"; readonly name: string }
  | { readonly op: Unary; readonly of: number }
  | { readonly op: Binary; readonly left: number; readonly right: number }
  /** of^(times t + plus), of shared. */
  | { readonly op: "power"; readonly of: number; readonly times: number; readonly plus: number }
  /** 0 where it is smaller than the limit. */
  | { readonly op: "flush"; readonly of: number; readonly limit: number }
);

/** An update as operations, one after the other: what every engine and every arithmetic carries out. */
export interface Program {
  readonly instructions: readonly Instruction[];
  /** The results that are the memories after the step. */
  readonly memory: readonly { readonly name: string; readonly result: number }[];
  /** The result that is subtracted, and the one that is the weight after the step. */
  readonly step: number;
  readonly weight: number;
}

/** What an instruction is made of. */
export function operandsOf(instruction: Instruction): readonly number[] {
  if ("left" in instruction) return [instruction.left, instruction.right];
  return "of" in instruction ? [instruction.of] : [];
}
