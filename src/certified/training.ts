import type { Method, Problem } from "../dynamics/recurrence.ts";
import { scalar } from "../dynamics/scalar.ts";
import type { Enclosures } from "../interval/enclosures.ts";
import { programOf } from "../optimizers/formula/compile.ts";
import { evaluate, sharedBy, sharedResults } from "../optimizers/formula/evaluate.ts";
import type { Program } from "../optimizers/formula/program.ts";
import { updateOf } from "../optimizers/formula/updateOf.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { type Carriers, coordinateCarriers, directionCarriers, type Term } from "./carriers.ts";
import { responseIn } from "./response.ts";
import { deciding } from "./undecided.ts";

/** A training whose every number is an enclosure of the real one. */
export interface CertifiedTraining<T> {
  /** Steps done. */
  readonly step: number;
  /** Takes a step; throws Undecided where an enclosure is too wide for it, and is of no use then. */
  take(batch: ArrayLike<number>): void;
  /** u of every lane, [2m]. */
  signal(): readonly T[];
  /** Every number that the optimizer moves, and what it remembers of it: [K * 2m] each. */
  state(): { readonly weights: readonly T[]; readonly memories: readonly Readonly<Record<string, T>>[] };
  /** Weights of every lane on an active coordinate but the feature's, [2m]. */
  weightsOn(coordinate: number): readonly T[];
  /** rho^t w_0: what is left of a weight on an inactive coordinate; undefined where decay reaches it through the optimizer. */
  decayed(weight: number): T | undefined;
  /** The margin of an example of label y whose noise patch is given, by entries and what their weights are [2m] each. */
  marginOf(y: number, patch: readonly { readonly value: number; readonly weights: readonly T[] }[]): T;
  /** x_i of every lane, [2m], and the margin of example i. */
  look(i: number): { readonly noise: readonly T[]; readonly margin: T };
}

/** What moves, by the method that the training is reduced to. */
function carriersOf<T>({ name }: Method, { start, network }: Problem, arithmetic: Enclosures<T>): Carriers<T> {
  const width = 2 * network.neurons;
  if (name === "gram") return directionCarriers(start, width, arithmetic, (z) => z);
  if (name === "scalar") return directionCarriers(start, width, arithmetic, Math.sign);
  return coordinateCarriers(start, arithmetic);
}

/** The papers' recurrence runs as the sign optimizer that it is on disjoint supports. */
function carriedOut(method: Method, problem: Problem): readonly [Method, Problem] {
  const twin = method.instead?.(problem);
  if (!twin) return [method, problem];
  return [scalar.unmet(twin) === undefined ? scalar : method, twin];
}

/**
 * A training of level 1 in enclosures, one statement for every recurrence and every arithmetic.
 *
 *   x_i = rho^t fixed_i + sum of carriers,   gradients = (1/b) sum over the batch of residuals times slopes,   every carrier steps as a weight
 *
 * In real numbers: nothing is flushed to zero, as doubles are below 2^-500. An example that is away has gradient 0 and takes its steps one by one.
 *
 * @param asked the method that the training is reduced to
 * @param problem of the papers' model; its doubles, lr and weight decay too, mean themselves
 * @param enclosures what numbers are
 * @returns the training at its start
 * @throws InputError for an optimizer that is a function
 * Source: docs/notes/coefficients.md, docs/notes/certified.md.
 */
export function startCertified<T>(asked: Method, problem: Problem, enclosures: Enclosures<T>): CertifiedTraining<T> {
  const arithmetic = deciding(enclosures);
  const { add, mul, number, side } = arithmetic;
  const [method, { network, optimizer, start }] = carriedOut(asked, problem);
  const { labels } = start.examples;
  const width = 2 * network.neurons;
  const { decay, own } = optimizerNamed(optimizer.name);
  const program: Program = programOf(updateOf(optimizer.name, optimizer.convention), decay);
  const carriers = carriersOf(method, { ...problem, start }, arithmetic);
  const { margin, pulls } = responseIn(network, arithmetic);
  const zero = number(0);
  const one = number(1);
  const shrinks = optimizer.name === "sgd" || decay === "decoupled";
  const rho = shrinks ? arithmetic.sub(one, mul(number(optimizer.lr), number(optimizer.weightDecay))) : one;
  const weights = [...carriers.starts];
  const memories = weights.map(() => Object.fromEntries(program.memory.map(({ name }) => [name, zero])));
  let decayed = one;
  let step = 0;

  const signal = () => weights.slice(0, width);
  const summed = (terms: readonly Term<T>[], r: number, first: T): T =>
    terms.reduce((sum, { carrier, factor }) => add(sum, mul(factor, weights[carrier * width + r] as T)), first);
  const noiseOf = (i: number): T[] =>
    Array.from({ length: width }, (_, r) => {
      const fixed = carriers.fixed ? mul(decayed, carriers.fixed[i * width + r] as T) : zero;
      return summed(carriers.seen[i] ?? [], r, fixed);
    });

  const gradientOf = (batch: ArrayLike<number>): T[] => {
    const gradient = weights.map(() => zero);
    const pull = (carrier: number, r: number, by: T) => {
      const at = carrier * width + r;
      gradient[at] = add(gradient[at] as T, by);
    };
    const u = signal();
    for (const i of Array.from(batch)) {
      const noise = noiseOf(i);
      const { onSignal, onNoise } = pulls(labels[i] as number, u, noise, batch.length);
      for (let r = 0; r < width; r++) {
        pull(0, r, onSignal[r] as T);
        const along = onNoise[r] as T;
        if (side(along) === 0) continue;
        for (const { carrier, factor } of carriers.pulled[i] ?? []) pull(carrier, r, mul(factor, along));
      }
    }
    return gradient;
  };

  return {
    get step() {
      return step;
    },
    take(batch) {
      const gradient = gradientOf(batch);
      const numbers = sharedBy(optimizer, step + 1);
      const at = { shared: (name: string) => number(numbers(name)), step: step + 1 };
      const known = sharedResults(program, arithmetic, at);
      weights.forEach((weight, place) => {
        const of = { ...at, weight, gradient: gradient[place] as T, memory: memories[place] as Record<string, T> };
        const moved = evaluate(program, arithmetic, of, known);
        weights[place] = moved.weight;
        memories[place] = moved.memory;
      });
      decayed = mul(decayed, rho);
      step++;
    },
    signal,
    state: () => ({ weights, memories }),
    weightsOn: (coordinate) =>
      Array.from({ length: width }, (_, r) => {
        const first = start.weights[coordinate * width + r] as number;
        return summed(carriers.on[coordinate] ?? [], r, carriers.fixed ? mul(decayed, number(first)) : zero);
      }),
    decayed: (weight) =>
      !own?.readsWeight && (shrinks || optimizer.weightDecay === 0) ? mul(decayed, number(weight)) : undefined,
    marginOf(y, patch) {
      const noise = Array.from({ length: width }, (_, r) =>
        patch.reduce((sum, { value, weights: own }) => add(sum, mul(number(value), own[r] as T)), zero),
      );
      return margin(y, signal(), noise);
    },
    look(i) {
      const noise = noiseOf(i);
      return { noise, margin: margin(labels[i] as number, signal(), noise) };
    },
  };
}
