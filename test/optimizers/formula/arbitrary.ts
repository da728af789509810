import fc from "fast-check";
import type { Decay } from "../../../src/optimizers/decay.ts";
import { formulaText } from "../../../src/optimizers/formula/print.ts";
import {
  type Binary,
  type Name,
  ofOneWeight,
  partsOf,
  type Stated,
  some,
  type Tree,
  type Unary,
  type Update,
} from "../../../src/optimizers/formula/tree.ts";
import { CONVENTIONS, type Formulas, type Hyperparameters } from "../../../src/optimizers/optimizer.ts";

const at = 1;
const isEps = (part: Tree) => part.kind === "name" && part.name === "eps";

const leaf: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom(0, 0.1, 0.5, 1, 2, 3.25, 1e-8, 1e21).map((value): Tree => ({ kind: "number", value, at })),
  fc
    .constantFrom<Name>("g", "g", "g", "w", "t", "eta", "lambda", "b1", "b2", "eps")
    .map((name): Tree => ({ kind: "name", name, at })),
  fc
    .record({ name: fc.constantFrom("one", "two", "three"), old: fc.boolean() })
    .map((memory): Tree => ({ kind: "memory", ...memory, at })),
);

function binary(op: Exclude<Binary, "ratio">, left: Tree, right: Tree): Tree {
  return { kind: "binary", op: op === "div" && some(right, isEps) ? "ratio" : op, left, right, at };
}

/** Any formula of a few operations. */
const trees = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: "formula" },
    { weight: 2, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom("add", "sub", "mul", "div", "min", "max"), tie("tree"), tie("tree"))
        .map(([op, left, right]) => binary(op as Exclude<Binary, "ratio">, left, right)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom<Unary>("neg", "abs", "sign", "sqrt"), tie("tree"))
        .map(([op, of]): Tree => ({ kind: "unary", op, of, at })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie("tree"), fc.integer({ min: -2, max: 2 }), fc.integer({ min: -4, max: 9 }))
        .map(([of, times, plus]): Tree => ({ kind: "power", of, times: ofOneWeight(of) ? 0 : times, plus, at })),
    },
  ),
})).tree;

/** A tree in which a memory that is not yet brought up to date, or does not exist, is not asked for its new number. */
function settle(tree: Tree, known: readonly string[], fresh: readonly string[]): Tree {
  const [a, b] = partsOf(tree).map((part) => settle(part, known, fresh)) as [Tree, Tree];
  switch (tree.kind) {
    case "memory":
      if (!known.includes(tree.name)) return { kind: "name", name: "g", at };
      return { ...tree, old: tree.old || !fresh.includes(tree.name) };
    case "binary":
      return binary(tree.op as Exclude<Binary, "ratio">, a, b);
    case "unary":
    case "power":
      return { ...tree, of: a };
    default:
      return tree;
  }
}

/** An update as trees, and as the text from which it can be read. */
export interface Sample {
  readonly update: Update;
  readonly formulas: Formulas;
  readonly decay: Decay;
}

const decay = fc.constantFrom<Decay>("coupled", "decoupled");

/** Any update of up to three memories. */
export const updates: fc.Arbitrary<Sample> = fc
  .record({ count: fc.integer({ min: 0, max: 3 }), memories: fc.tuple(trees, trees, trees), step: trees, decay })
  .map(({ count, memories, step, decay }) => {
    const names = ["one", "two", "three"].slice(0, count);
    const stated = (of: string, tree: Tree, fresh: readonly string[]): Stated => {
      const settled = settle(tree, names, fresh);
      return { of, text: formulaText(settled), tree: settled };
    };
    const memory = names.map((name, k) => ({
      name,
      ...stated(`memory ${name}`, memories[k] as Tree, names.slice(0, k)),
    }));
    const last = stated("step", step, names);
    const texts = Object.fromEntries(memory.map(({ name, text }) => [name, text]));
    return { update: { memory, step: last }, formulas: { memory: texts, step: last.text }, decay };
  });

/** Hyperparameters of every kind that a formula can name. */
export const hypers: fc.Arbitrary<Required<Hyperparameters>> = fc.record({
  lr: fc.constantFrom(5e-5, 0.1, 1),
  weightDecay: fc.constantFrom(0, 1e-5, 0.5),
  convention: fc.constantFrom(...CONVENTIONS),
  betas: fc.constantFrom<[number, number]>([0.9, 0.999], [0, 0], [0.5, 0.25]),
  eps: fc.constantFrom(0, 1e-8, 0.5),
});

/** Numbers of usual sizes, and those at which an operation does something of its own. */
export const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -0, 1, -1, 1e-150, -3e-151, -1e-302, 1e155, -1e200, Infinity, -Infinity, Number.NaN),
  },
);
