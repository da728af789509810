import { partsOf, type Stated, type Tree, type Update } from "./tree.ts";

/**
 * What becomes of a number where all gradients are multiplied by c > 0: it is multiplied by c^degree; and where they are all turned around:
 * it stays, or turns too. "any" is what 0 does, "none" what is known of a number of which nothing is.
 */
export interface Scaling {
  readonly degree: number | "any" | "none";
  readonly parity: "even" | "odd" | "any" | "none";
}

const CONSTANT: Scaling = { degree: 0, parity: "even" };
const ZERO: Scaling = { degree: "any", parity: "any" };
const UNKNOWN: Scaling = { degree: "none", parity: "none" };

/** What two numbers have in common. */
function join<T>(a: T | "any", b: T | "any"): T | "any" | "none" {
  if (a === "any") return b;
  return b === "any" || a === b ? a : "none";
}

const isZero = ({ degree, parity }: Scaling) => degree === "any" && parity === "any";

const ofSum = (a: Scaling, b: Scaling): Scaling => ({
  degree: join(a.degree, b.degree),
  parity: join(a.parity, b.parity),
});

/** Of a product (sign 1) or a quotient (sign -1). */
function ofProduct(a: Scaling, b: Scaling, sign: 1 | -1): Scaling {
  if (isZero(a) || (isZero(b) && sign === 1)) return ZERO;
  const degree = typeof a.degree === "number" && typeof b.degree === "number" ? a.degree + sign * b.degree : "none";
  const known = [a, b].every(({ parity }) => parity === "even" || parity === "odd");
  return { degree, parity: known ? (a.parity === b.parity ? "even" : "odd") : "none" };
}

/** Of the lesser or the greater of two: odd numbers change places there. */
const ofExtreme = (a: Scaling, b: Scaling): Scaling => ({
  degree: join(a.degree, b.degree),
  parity: [a, b].every(({ parity }) => parity === "even" || parity === "any") ? join(a.parity, b.parity) : "none",
});

function ofPower(of: Scaling, times: number, plus: number): Scaling {
  if (times === 0 && plus === 0) return CONSTANT;
  // 0^0 is 1, which an exponent with t may be at some step.
  if (isZero(of)) return times >= 0 && times + plus > 0 ? ZERO : UNKNOWN;
  // With t it is a number that all weights share.
  if (times !== 0) return of;
  const degree = typeof of.degree === "number" ? plus * of.degree : "none";
  return { degree, parity: of.parity === "odd" && plus % 2 === 0 ? "even" : of.parity };
}

/** How a formula's numbers scale, given how memories do. */
function scalingOf(tree: Tree, memories: ReadonlyMap<string, Scaling>, eps: Scaling): Scaling {
  const [a = UNKNOWN, b = UNKNOWN] = partsOf(tree).map((part) => scalingOf(part, memories, eps));
  switch (tree.kind) {
    case "number":
      return tree.value === 0 ? ZERO : CONSTANT;
    case "name":
      if (tree.name === "g") return { degree: 1, parity: "odd" };
      // What the weights do where gradients are multiplied depends on the training.
      return tree.name === "w" ? UNKNOWN : tree.name === "eps" ? eps : CONSTANT;
    case "memory":
      return memories.get(tree.name) as Scaling;
    case "power":
      return ofPower(a, tree.times, tree.plus);
    case "unary":
      if (tree.op === "neg" || isZero(a)) return a;
      if (tree.op === "sign") return { degree: a.degree === "none" ? "none" : 0, parity: a.parity };
      if (tree.op === "abs") return { degree: a.degree, parity: a.parity === "none" ? "none" : "even" };
      return {
        degree: typeof a.degree === "number" ? a.degree / 2 : a.degree,
        parity: a.parity === "even" ? "even" : "none",
      };
    case "binary":
      if (tree.op === "add" || tree.op === "sub") return ofSum(a, b);
      if (tree.op === "min" || tree.op === "max") return ofExtreme(a, b);
      return ofProduct(a, b, tree.op === "mul" ? 1 : -1);
  }
}

/** The memories of an update: 0 at first, then whatever their formulas make of that, until nothing changes any more. */
function memoryScalings({ memory }: Update, eps: Scaling): ReadonlyMap<string, Scaling> {
  const found = new Map<string, Scaling>(memory.map(({ name }) => [name, ZERO]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { name, tree } of memory) {
      const before = found.get(name) as Scaling;
      const after = ofSum(before, scalingOf(tree, found, eps));
      changed ||= after.degree !== before.degree || after.parity !== before.parity;
      found.set(name, after);
    }
  }
  return found;
}

/**
 * How the memories of an update follow the gradients, at eps = 0.
 *
 * @param update formulas
 * @returns by name: degree and parity
 * Source: ours, docs/notes/formulas.md.
 * @example
 * memoriesOf(parseUpdate({ memory: { sec: "sec + g^2" }, direction: "g" }, { betas: false, eps: false })).get("sec") // => { degree: 2, parity: "even" }
 */
export const memoriesOf = (update: Update): ReadonlyMap<string, Scaling> => memoryScalings(update, ZERO);

/**
 * The memory that stays 0 for ever, whatever the gradients.
 *
 * @param update formulas
 * @returns the first such memory; undefined where there is none
 * Source: ours.
 * @example
 * neverUpdated(parseUpdate({ memory: { mom: "b1*mom" }, direction: "g" }, { betas: true, eps: false })).name // => "mom"
 */
export function neverUpdated(update: Update): (Stated & { readonly name: string }) | undefined {
  const found = memoryScalings(update, CONSTANT);
  return update.memory.find(({ name }) => isZero(found.get(name) as Scaling));
}

/** Why steps are not known to be normalized, and where that begins. */
export interface NotNormalized {
  /** Where in the step it begins. */
  readonly at: number;
  readonly because: "degree" | "parity";
}

/** The least part of a tree in which it begins. */
function placeOf(tree: Tree, isAt: (part: Tree) => boolean): Tree {
  const within = partsOf(tree).find(isAt);
  return within === undefined ? tree : placeOf(within, isAt);
}

/**
 * Whether steps at eps = 0 are known to be normalized: multiplying all gradients by c multiplies them by sgn(c).
 *
 * step(c g_1, ..., c g_t) = sgn(c) step(g_1, ..., g_t): degree 0, odd
 *
 * @param update formulas
 * @returns undefined where they are; else where in the step that is lost. It may be too careful where min and max are: those of odd numbers are taken
 *   for neither odd nor even
 * Source: ours, docs/notes/formulas.md.
 * @example
 * notKnownNormalized(parseUpdate({ direction: "g/(abs(g) + eps)" }, { betas: false, eps: true })) // => undefined
 * notKnownNormalized(parseUpdate({ direction: "sign(g)^2" }, { betas: false, eps: false })) // => { at: 1, because: "parity" }
 */
export function notKnownNormalized(update: Update): NotNormalized | undefined {
  const memories = memoriesOf(update);
  const of = (tree: Tree) => scalingOf(tree, memories, ZERO);
  const { tree } = update.step;
  const { degree, parity } = of(tree);
  if (degree !== 0 && degree !== "any") {
    const { at } = degree === "none" ? placeOf(tree, (part) => of(part).degree === "none") : tree;
    return { at, because: "degree" };
  }
  if (parity === "odd" || parity === "any") return undefined;
  const { at } = parity === "none" ? placeOf(tree, (part) => of(part).parity === "none") : tree;
  return { at, because: "parity" };
}
