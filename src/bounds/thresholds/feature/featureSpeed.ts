import { integerPower } from "../../../numeric/integerPower.ts";

/** A feature whose batches are noisy: each of the batch's examples is of its class with probability 1/2, and then responds with a given one. */
export interface NoisyPull {
  /** f, share of the class's examples whose noise the neuron responds to, in (0, 1). */
  readonly share: number;
  /** b, an integer >= 1; Infinity for the mean over batches. */
  readonly batchSize: number;
}

/**
 * Speed of the feature under Adam with a long memory of squares, against that of a steady gradient.
 *
 * rho_b(R) = E(c - k R)/sqrt(E (c - k R)^2) = (1 + (2 (1 - 2 f R + f R^2)/(1 - f R)^2 - 1)/b)^(-1/2),  c ~ Bin(b, 1/2), k ~ Bin(c, f)
 *
 * @param pull f and b
 * @param R alpha (x/u)^(q-1), pull of a responding example's noise over that of its feature, in [0, 1/f)
 * @returns rho_b, in (0, 1]; 1 at b = Infinity
 * Source: ours, docs/notes/flip.md.
 * @example
 * adamFeatureSpeed({ share: 0.5, batchSize: Infinity }, 0) // => 1
 */
export function adamFeatureSpeed({ share, batchSize }: NoisyPull, R: number): number {
  const mean = 1 - share * R;
  const square = 1 - 2 * share * R + share * R * R;
  return 1 / Math.sqrt(1 + ((2 * square) / (mean * mean) - 1) / batchSize);
}

/** P(Bin(n, p) = k) for k = 0, ..., n. */
function binomial(n: number, p: number): number[] {
  const odds = [integerPower(1 - p, n)];
  for (let k = 1; k <= n; k++) odds.push(((odds[k - 1] as number) * (n - k + 1) * p) / (k * (1 - p)));
  return odds;
}

/**
 * Speed of the feature under sign steps, against that of a steady gradient.
 *
 * rho_b(R) = E sgn(c - k R),  c ~ Bin(b, 1/2), k ~ Bin(c, f); the limit from below where R is one of the c/k
 *
 * @param pull f and a finite b
 * @param R as for Adam, > 0, as a quotient [over, under]: integers say exactly where c = k R, which a rounded R misses from b = 21 on
 * @returns rho_b, in [-1, 1]
 * Source: ours, docs/notes/flip.md.
 * @example
 * signFeatureSpeed({ share: 0.5, batchSize: 1 }, [2, 1]) // => 0
 */
export function signFeatureSpeed(
  { share, batchSize }: NoisyPull,
  [over, under]: readonly [over: number, under: number],
): number {
  let speed = 0;
  for (const [c, drawn] of binomial(batchSize, 0.5).entries()) {
    if (c === 0) continue;
    for (const [k, responding] of binomial(c, share).entries())
      speed += (k * over <= c * under ? 1 : -1) * drawn * responding;
  }
  return speed;
}
