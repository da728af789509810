import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Iterate, Optimizer } from "../../../src/optimizers/optimizer.ts";
import { type Direction, initOwn, ownUpdate } from "../../../src/optimizers/ownUpdate.ts";
import { MORE_OPTIMIZERS, OPTIMIZERS } from "../../../src/optimizers/registry.ts";
import type { BlockFunction } from "../../../src/optimizers/whole/block.ts";
import { SIGHTS } from "../../../src/optimizers/whole/blocks.ts";
import { wholeUpdate } from "../../../src/optimizers/whole/wholeUpdate.ts";
import { around, type Small, smalls } from "./networks.ts";

/** The iterates of an optimizer along the gradients of a case. */
function iterates({ init, update }: Pick<Optimizer, "init" | "update">, { shape, weights, gradients, hyper }: Small) {
  let at: Iterate = init(weights, shape);
  return gradients.map((gradient) => {
    at = update(hyper, at, gradient, undefined, around(shape, at, gradient));
    return structuredClone(at);
  });
}

/** Optimizers weight by weight, as functions. */
const DIRECTIONS: Readonly<Record<string, readonly [names: readonly string[], Direction]>> = {
  gradient: [[], (g) => g],
  sign: [[], (g) => Math.sign(g)],
  "heavy ball": [
    ["mom"],
    (g, memory) => {
      memory.mom = 0.5 * (memory.mom as number) + g;
      return memory.mom;
    },
  ],
  "Adam's without correction": [
    ["mom", "sec"],
    (g, memory, { betas: [b1, b2], eps }) => {
      memory.mom = b1 * (memory.mom as number) + (1 - b1) * g;
      memory.sec = b2 * (memory.sec as number) + (1 - b2) * (g * g);
      const root = Math.sqrt(memory.sec) + eps;
      return root === 0 ? 0 : memory.mom / root;
    },
  ],
};

/** The same in the second form: the function of one weight, for every weight of a block. */
const overBlock =
  (names: readonly string[], direction: Direction): BlockFunction =>
  ({ gradient, memory, hyper, t }) =>
    gradient.map((g, k) => {
      const one = Object.fromEntries(names.map((name) => [name, memory[name]?.[k] as number]));
      const step = direction(g, one, hyper, t);
      for (const name of names) (memory[name] as Float64Array)[k] = one[name] as number;
      return step;
    });

describe.each(Object.entries(DIRECTIONS))("written in the second form, %s", (_, [names, direction]) => {
  test.prop([smalls, fc.constantFrom(...SIGHTS), fc.constantFrom("coupled" as const, "decoupled" as const)])(
    "gives the bytes of the first form, whatever is seen at once",
    (small, sight, decay) => {
      const second = wholeUpdate({
        name: "test",
        sight,
        decay,
        memory: names,
        numbers: [],
        of: overBlock(names, direction),
      });
      const first: Pick<Optimizer, "init" | "update"> = {
        init: (weights) => initOwn(names, weights),
        update: (...given) =>
          ownUpdate(
            decay,
            direction,
            ...(given.slice(0, 4) as Parameters<typeof ownUpdate> extends [unknown, unknown, ...infer Rest]
              ? Rest
              : never),
          ),
      };
      expect(iterates(second, small)).toStrictEqual(iterates(first, small));
    },
  );
});

describe.each(
  [...OPTIMIZERS, ...MORE_OPTIMIZERS.filter(({ own }) => !own?.sees)].map((base) => [base.name, base] as const),
)("standing on %s", (_, base) => {
  test.prop([smalls, fc.constantFrom(...SIGHTS)])("the gradient as it is gives the base's bytes", (small, sight) => {
    const of: BlockFunction = ({ gradient }) => gradient;
    const on = wholeUpdate({ name: "test", sight, decay: base.decay, base, memory: [], numbers: [], of });
    expect(iterates(on, small)).toStrictEqual(iterates(base, small));
  });
});

describe("an update of the second form", () => {
  const of: BlockFunction = ({ rows, columns, gradient }) => gradient.map(() => 10 * rows + columns);

  test.each([
    ["neuron", 13],
    ["class", 23],
    ["network", 43],
  ] as const)("sees a %s at once", (sight, step) => {
    const { init, update } = wholeUpdate({ name: "test", sight, decay: "decoupled", memory: [], numbers: [], of });
    const shape = { classes: 2, neurons: 2 };
    const at = init(new Float64Array(12), shape);
    const gradient = new Float64Array(12);
    const next = update(
      { lr: 1, weightDecay: 0, convention: "paper" },
      at,
      gradient,
      undefined,
      around(shape, at, gradient),
    );
    expect(next.weights).toEqual(new Float64Array(12).fill(-step));
  });

  test.prop([smalls, fc.constantFrom(...SIGHTS)])(
    "sees every weight before any moves, and leaves its inputs alone",
    (small, sight) => {
      const { shape, weights, hyper } = small;
      const [gradient] = small.gradients as [Float64Array];
      // Asks for the gradient elsewhere, which depends on all weights.
      const asks: BlockFunction = ({ gradientAt, weights: own, memory, numbers }) => {
        numbers.asked = (numbers.asked as number) + 1;
        memory.seen?.set(own);
        return gradientAt(own.map((w) => 2 * w));
      };
      const whole = wholeUpdate({
        name: "test",
        sight,
        decay: "coupled",
        memory: ["seen"],
        numbers: ["asked"],
        of: asks,
      });
      const at = whole.init(weights, shape);
      const before = structuredClone({ at, gradient });
      const fresh = whole.update(hyper, at, gradient, undefined, around(shape, at, gradient));
      expect({ at, gradient }).toEqual(before);
      // Into its own arrays: the loss around knows the weights as they were.
      const own = structuredClone(at);
      expect(whole.update(hyper, own, gradient, own, around(shape, before.at, gradient))).toStrictEqual(fresh);
      expect(fresh.step).toBe(1);
      expect(fresh.moments?.seen).toEqual(weights);
      expect([...(fresh.moments?.asked ?? [])]).toEqual(
        Array(sight === "network" ? 1 : shape.classes * (sight === "class" ? 1 : shape.neurons)).fill(1),
      );
      // Twice the block's weights are w further: the gradient there is g + w/2.
      const eta = hyper.lr;
      const due = weights.map((w, k) => w - eta * ((gradient[k] as number) + w / 2));
      due.forEach((w, k) => expect(fresh.weights[k]).toBeCloseTo(w, 12));
    },
  );

  test("must be told of the network around", () => {
    const { init } = wholeUpdate({ name: "test", sight: "class", decay: "coupled", memory: [], numbers: [], of });
    expect(() => init(new Float64Array(4))).toThrow("optimizer test must be told of the network around");
  });

  test("refuses what is no array of the block's length, in a sentence", () => {
    const wrong: BlockFunction = () => Float64Array.of(1);
    const { init, update } = wholeUpdate({
      name: "test",
      sight: "network",
      decay: "coupled",
      memory: [],
      numbers: [],
      of: wrong,
    });
    const shape = { classes: 2, neurons: 1 };
    const at = init(new Float64Array(4), shape);
    const step = () =>
      update(
        { lr: 1, weightDecay: 0, convention: "paper" },
        at,
        new Float64Array(4),
        undefined,
        around(shape, at, new Float64Array(4)),
      );
    expect(step).toThrow(
      "optimizer test must give a Float64Array of rows * columns = 4 numbers, but gives one of 1; correct its function",
    );
  });
});
