import { TINY, TINY_SQUARE } from "../../numeric/flush.ts";
import type { Decay } from "../decay.ts";
import { type Instruction, type Origin, operandsOf, type Program } from "./program.ts";
import { memoriesOf } from "./scaling.ts";
import { ofOneWeight, type Stated, type Tree, type Update } from "./tree.ts";

type Operation = Instruction extends infer One ? (One extends unknown ? Omit<One, "shared" | "origin"> : never) : never;

/** Collects instructions; what was computed before is not computed again. */
function newCollector() {
  const instructions: Instruction[] = [];
  const places = new Map<string, number>();
  const add = (operation: Operation, origin?: Origin): number => {
    const key = JSON.stringify(operation);
    const known = places.get(key);
    if (known !== undefined) return known;
    const own = !["gradient", "weight", "memory", "flush"].includes(operation.op);
    const shared = own && operandsOf(operation as Instruction).every((place) => instructions[place]?.shared);
    instructions.push({ ...operation, shared, ...(origin && { origin }) } as Instruction);
    places.set(key, instructions.length - 1);
    return instructions.length - 1;
  };
  return { instructions, add };
}

type Add = ReturnType<typeof newCollector>["add"];

/** `integerPower`, multiplication for multiplication. */
function powerByProducts(add: Add, of: number, exponent: number, origin: Origin): number {
  let result: number | undefined;
  let square = of;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1)
      result = result === undefined ? square : add({ op: "mul", left: result, right: square }, origin);
    if (rest > 1) square = add({ op: "mul", left: square, right: square }, origin);
  }
  return result ?? add({ op: "number", value: 1 });
}

/**
 * An update as operations.
 *
 *   g = gradient + lambda w (coupled) | gradient + 0 w;  memory' = flush(its formula);  w' = flush(w - step) | flush((1 - eta lambda) w - step)
 *
 * Weights below 2^-500 count as zero, as do memories: below 2^-500 where they grow no faster than the gradients, else below 2^-1000.
 *
 * @param update formulas
 * @param decay where lambda enters
 * @returns the operations, each after what it needs, none twice
 * Source: ours; docs/notes/subnormals.md for the limits.
 * @example
 * const { instructions } = programOf(parseUpdate({ step: "eta*g" }, { betas: false, eps: false }), "coupled")
 * instructions.map(({ op }) => op).join(" ") // => "weight shared mul gradient add shared mul sub flush"
 */
export function programOf(update: Update, decay: Decay): Program {
  const { instructions, add } = newCollector();
  const weight = add({ op: "weight" });
  const lambda = add({ op: "shared", name: "lambda" });
  // 0 w, as in the hand-written updates: it is not 0 where w is infinite.
  const coupled = decay === "coupled" ? lambda : add({ op: "number", value: 0 });
  const pull = add({ op: "mul", left: coupled, right: weight });
  const gradient = add({ op: "add", left: add({ op: "gradient" }), right: pull });
  const fresh = new Map<string, number>();

  const place = ({ of: field, text, tree }: Stated): number => {
    const walk = (part: Tree): number => {
      const origin = { of: field, text, at: part.at };
      switch (part.kind) {
        case "number":
          return add({ op: "number", value: part.value });
        case "name":
          if (part.name === "g") return gradient;
          return part.name === "w" ? weight : add({ op: "shared", name: part.name });
        case "memory":
          return part.old ? add({ op: "memory", name: part.name }) : (fresh.get(part.name) as number);
        case "unary":
          return add({ op: part.op, of: walk(part.of) }, origin);
        case "binary":
          return add({ op: part.op, left: walk(part.left), right: walk(part.right) }, origin);
        case "power": {
          const of = walk(part.of);
          const { times, plus } = part;
          if (!ofOneWeight(part.of)) return add({ op: "power", of, times, plus }, origin);
          const power = powerByProducts(add, of, Math.abs(plus), origin);
          return plus < 0 ? add({ op: "div", left: add({ op: "number", value: 1 }), right: power }, origin) : power;
        }
      }
    };
    return walk(tree);
  };

  /** 1 - eta lambda */
  const shrinkage = () => {
    const part = add({ op: "mul", left: add({ op: "shared", name: "eta" }), right: lambda });
    return add({ op: "sub", left: add({ op: "number", value: 1 }), right: part });
  };

  const scalings = memoriesOf(update);
  const memory = update.memory.map((stated) => {
    const { name } = stated;
    const degree = scalings.get(name)?.degree as number | string;
    const limit = typeof degree === "number" && degree <= 1 ? TINY : TINY_SQUARE;
    const result = add({ op: "flush", of: place(stated), limit });
    fresh.set(name, result);
    return { name, result };
  });
  const step = place(update.step);
  const kept = decay === "coupled" ? weight : add({ op: "mul", left: shrinkage(), right: weight });
  const moved = add({ op: "sub", left: kept, right: step });
  return { instructions, memory, step, weight: add({ op: "flush", of: moved, limit: TINY }) };
}
