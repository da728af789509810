import type { Decimal } from "decimal.js";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { Precise, precise } from "../helpers/precise.ts";

const ZERO = new Precise(0);
const ONE = new Precise(1);
const signOf = (x: Decimal) => new Precise(x.isZero() ? 0 : x.s);

/** What an optimizer keeps of one scalar whose gradient is a coefficient of xi. */
interface Scalar {
  c: Decimal;
  mom: Decimal;
  sec: Decimal;
}

/**
 * The coefficient recurrences in 60 digits, written from docs/notes/coefficients.md alone, every step taken: what level 1 computes in doubles.
 *
 * z_i = rho^t z_i(0) + sum_l P_il c_l,  x_i = z_i + xi_i[1] u;  c_i a weight of the optimizer with gradient (1/b) sum l sigma'(x_i),
 * P_il = <zeta_i, dir_l>, dir_l = zeta_l for SGD and sgn(zeta_l) for normalized steps; with eps > 0 one c for every entry of zeta_i
 *
 * @param problem the CNN; all coordinates active; supports disjoint unless the optimizer is SGD
 * @returns steps, and coefficients in the order of `shadowOf`
 */
export function twinOf({ network, optimizer, start }: Problem) {
  const { examples } = start;
  const width = 2 * network.neurons;
  const labels = [...examples.labels];
  const lanes = Array.from({ length: width }, (_, r) => r);
  const [eta, lambda] = [optimizer.lr, optimizer.weightDecay].map(precise);
  const [b1, b2] = (optimizer.betas ?? [0, 0]).map(precise);
  const eps = precise(optimizer.eps ?? 0);
  const rho = ONE.minus(eta.times(lambda));
  const entries = labels.map((_, i) => {
    const all = [];
    for (let e = examples.rows[i]; e < examples.rows[i + 1]; e++) {
      all.push({ k: examples.coordinates[e], x: precise(examples.values[e]) });
    }
    return all;
  });
  const zeta = entries.map((own) => own.filter(({ k }) => k !== 0));
  const alpha = entries.map((own) => own.find(({ k }) => k === 0)?.x ?? ZERO);
  const direction = (x: Decimal) => (optimizer.name === "sgd" ? x : signOf(x));
  const P = zeta.map((own) =>
    zeta.map((other) =>
      own.reduce((sum, { k, x }) => {
        const twin = other.find((one) => one.k === k);
        return twin ? sum.plus(x.times(direction(twin.x))) : sum;
      }, ZERO),
    ),
  );
  const weight = (k: number, r: number) => precise(start.weights[k * width + r]);
  const first = zeta.map((own) =>
    lanes.map((r) => own.reduce((sum, { k, x }) => sum.plus(x.times(weight(k, r))), ZERO)),
  );
  const fresh = (c = ZERO): Scalar => ({ c, mom: ZERO, sec: ZERO });
  const signal = lanes.map((r) => fresh(weight(0, r)));
  const pairs = labels.map(() => lanes.map(() => fresh()));
  // With eps > 0 every entry takes a step of its own, from the moments of its pair.
  const added = zeta.map((own) => lanes.map(() => own.map(() => ZERO)));
  const own = eps.gt(0);
  let t = 0;

  const remember = (at: Scalar, g: Decimal): void => {
    at.mom = b1.times(at.mom).plus(ONE.minus(b1).times(g));
    at.sec = b2.times(at.sec).plus(ONE.minus(b2).times(g.pow(2)));
  };
  const stepOf = ({ mom, sec }: Scalar, x: Decimal): Decimal => {
    const corrected = optimizer.convention === "pytorch";
    const m = (corrected ? mom.div(ONE.minus(b1.pow(t))) : mom).times(x);
    const root = (corrected ? sec.div(ONE.minus(b2.pow(t))) : sec).sqrt().times(x.abs());
    const below = root.plus(eps);
    return below.isZero() ? ZERO : eta.times(m).div(below);
  };
  const move = (at: Scalar, g: Decimal): void => {
    if (optimizer.name === "sgd") at.c = rho.times(at.c).minus(eta.times(g));
    else if (optimizer.name === "signsgdw") at.c = rho.times(at.c).minus(eta.times(signOf(g)));
    else {
      remember(at, g);
      at.c = rho.times(at.c).minus(stepOf(at, ONE));
    }
  };
  const x = (i: number, r: number): Decimal => {
    const start = rho.pow(t).times(first[i][r]).plus(alpha[i].times(signal[r].c));
    if (own) return zeta[i].reduce((sum, { x }, e) => sum.plus(x.times(added[i][r][e])), start);
    return labels.reduce((sum, _, l) => sum.plus(P[i][l].times(pairs[l][r].c)), start);
  };
  const rectified = (z: Decimal) => (z.gt(0) ? z : ZERO);
  const value = (z: Decimal) => rectified(z).pow(network.q);
  const slope = (z: Decimal) =>
    rectified(z)
      .pow(network.q - 1)
      .times(network.q);
  const classOf = (r: number) => (r < network.neurons ? 1 : -1);

  return {
    step(batch: readonly number[]): void {
      const pull = labels.map(() => lanes.map(() => ZERO));
      const along = lanes.map(() => ZERO);
      for (const i of batch) {
        const y = labels[i];
        const z = lanes.map((r) => x(i, r));
        const margin = lanes.reduce(
          (sum, r) =>
            sum.plus(
              value(signal[r].c.times(y))
                .plus(value(z[r]))
                .times(classOf(r) * y),
            ),
          ZERO,
        );
        // l_{y,i} = 1/(1 + e^margin), l_{-y,i} = -l_{y,i}
        const l = ONE.div(ONE.plus(margin.exp())).div(batch.length);
        for (const r of lanes) {
          const coefficient = classOf(r) === y ? l.negated() : l;
          const noise = coefficient.times(slope(z[r]));
          pull[i][r] = pull[i][r].plus(noise);
          along[r] = along[r].plus(coefficient.times(y).times(slope(signal[r].c.times(y)))).plus(alpha[i].times(noise));
        }
      }
      t++;
      for (const r of lanes) {
        move(signal[r], along[r]);
        labels.forEach((_, i) => {
          if (!own) return move(pairs[i][r], pull[i][r]);
          remember(pairs[i][r], pull[i][r]);
          zeta[i].forEach(({ x }, e) => {
            added[i][r][e] = rho.times(added[i][r][e]).minus(stepOf(pairs[i][r], x));
          });
        });
      }
    },
    coefficients: (): Decimal[] => [
      ...signal.map(({ c }) => c),
      ...labels.flatMap((_, i) => lanes.map((r) => x(i, r))),
    ],
  };
}
