import type { Start } from "../../../data/start.ts";
import { lastHolding } from "../../../numeric/lastHolding.ts";
import { realPower } from "../../../numeric/realPower.ts";
import type { Network } from "../../../setting/network.ts";
import type { PerClass } from "../../../sim/trajectory.ts";
import { tangency } from "./noiseFlow.ts";
import { noisePair, response } from "./noisePair.ts";
import { noiseThreshold } from "./noiseThreshold.ts";

/** A neuron's response to an example that it alone has memorized: a margin of 1. */
const MEMORIZED = 1;

/** What a start says of one class: up to which weight decay all of its examples are memorized, and why. */
export interface Contagion {
  /** Each example by itself: the least of the examples' largest `noiseThreshold` over neurons. */
  readonly alone: number;
  /** The first of them: the largest. */
  readonly first: number;
  /** With the feature noise: a neuron turned against its feature by k examples memorizes the others of its class, since what they see of it leaves no point of rest. */
  readonly coupled: number;
  /** The same where what they see had to be beyond the point of rest by itself: as first predicted, and too low (docs/notes/thresholds.md). */
  readonly atRest: number;
}

interface Seen {
  readonly threshold: number;
  readonly squaredNoise: number;
}

interface Sizes {
  readonly q: number;
  readonly n: number;
  readonly alpha: number;
}

/** |u| of a neuron that k examples hold against its feature: x_e (2 alpha k/n)^(1/(q-1)),  x_e = 1. */
const turned = ({ q, n, alpha }: Sizes, k: number) => MEMORIZED * realPower((2 * alpha * k) / n, 1 / (q - 1));

/** As first predicted: max over k of min( lambda_(k), lambda_noise(alpha u_k) ), |zeta|^2 the least of the class. */
function spreadAtRest(seen: readonly Seen[], sizes: Sizes): number {
  const least = seen.reduce((low, { squaredNoise }) => Math.min(low, squaredNoise), Infinity);
  const falling = seen.map(({ threshold }) => threshold).sort((a, b) => b - a);
  const reach = (k: number) => noiseThreshold(sizes.q, sizes.n, sizes.alpha * turned(sizes, k), least);
  return falling.reduce((best, threshold, k) => Math.max(best, Math.min(threshold, reach(k + 1))), 0);
}

/** Up to which weight decay one neuron memorizes all of its class: those above their own thresholds first, then those that these make run away, and so on. */
function spread(seen: readonly Seen[], sizes: Sizes): number {
  const { q, n, alpha } = sizes;
  const all = (lambda: number) => {
    let [before, now] = [-1, 0];
    while (now > before) {
      before = now;
      const pushed = now > 0 ? (q / (2 * n)) * (q - 1) * tangency(q, alpha * turned(sizes, now)) : 0;
      now = seen.filter(({ threshold, squaredNoise }) => Math.max(threshold, pushed * squaredNoise) >= lambda).length;
    }
    return now === seen.length;
  };
  const most = seen.reduce((high, { threshold }) => Math.max(high, threshold), 0);
  if (most === 0 || all(most)) return most;
  return lastHolding(all, 0, most);
}

/**
 * The weight decay up to which full-batch Adam memorizes all examples of a class, with what the feature noise does.
 *
 * max( min_i max_r lambda_noise(r, i),  the last lambda at which a neuron with j w[1] < 0 memorizes all )
 *
 * A neuron against its feature has nothing that holds it there but the other class's examples, so the k examples that it memorizes turn it until alpha k x_e^(q-1) = (n/2) |u|^(q-1);
 * all others of its class then see alpha |u|, their own <w, zeta_i> having decayed, and x = alpha |u| + h |zeta|^2, h = (q/(2n lambda)) x^(q-1), has no root for lambda below (q/(2n)) (q-1) ((q-1)/(q-2) alpha |u|)^(q-2) |zeta|^2.
 *
 * @param network a cnn of the papers' model, q >= 3
 * @param start in full or on its active coordinates, supports disjoint
 * @param alpha feature noise, > 0
 * @returns both classes
 * Source: ours, docs/notes/thresholds.md, contagion.
 */
export function contagion(network: Network, start: Start, alpha: number): PerClass<Contagion> {
  const { q, neurons: m } = network;
  const { labels, count: n } = start.examples;
  const ofClass = (j: 1 | -1): Contagion => {
    const mine = [...labels.keys()].filter((i) => labels[i] === j);
    const best = new Float64Array(mine.length);
    let [coupled, atRest] = [0, 0];
    for (let r = 0; r < m; r++) {
      let against = false;
      const seen = mine.map((i, place): Seen => {
        const pair = noisePair(network, start, i, r);
        against = j * pair.signal < 0;
        const squaredNoise = pair.noise.reduce((sum, zeta) => sum + zeta * zeta, 0);
        const threshold = noiseThreshold(q, n, response(pair), squaredNoise);
        best[place] = Math.max(best[place] as number, threshold);
        return { threshold, squaredNoise };
      });
      if (!against) continue;
      coupled = Math.max(coupled, spread(seen, { q, n, alpha }));
      atRest = Math.max(atRest, spreadAtRest(seen, { q, n, alpha }));
    }
    const alone = mine.length > 0 ? best.reduce((a, b) => Math.min(a, b)) : 0;
    const first = best.reduce((a, b) => Math.max(a, b), 0);
    return { alone, first, coupled: Math.max(alone, coupled), atRest: Math.max(alone, atRest) };
  };
  return { "+1": ofClass(1), "-1": ofClass(-1) };
}
