import type { Decimal } from "decimal.js";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { Precise, precise } from "../helpers/precise.ts";

const ZERO = new Precise(0);
const ONE = new Precise(1);
const sum = (terms: readonly Decimal[]) => terms.reduce((total, term) => total.plus(term), ZERO);

/** A number of the problem as 60 digits have it: exactly. */
type Exact = (x: number) => Decimal;

/** Moments and weight of one coordinate of one neuron. */
interface Cell {
  w: Decimal;
  mom: Decimal;
  sec: Decimal;
}

/**
 * A training of every weight in 60 digits, written from the formulas alone: the truth that doubles round.
 *
 * grad = (1/b) sum_{i in I} -l_{j,i} [sigma'(<w,y_i v>) y_i v + sigma'(<w,xi_i>) xi_i],  l_{j,i} = 1[y_i = j] - softmax_j,  then the
 * step of SGD, Adam, AdamW, SignSGD or SignSGDW as printed. Nothing is flushed to zero.
 *
 * @param problem the CNN; every coordinate active
 * @param disturb what the initial weights are multiplied by, by lane and coordinate
 * @returns steps, coefficients, and the sizes of what they are summed from
 */
export function shadowOf({ network, optimizer, start }: Problem, disturb: (at: number) => Decimal = () => ONE) {
  const { examples, coordinates } = start;
  const width = 2 * network.neurons;
  const d = coordinates.length;
  const exact: Exact = precise;
  const [eta, lambda] = [optimizer.lr, optimizer.weightDecay].map(exact);
  const [b1, b2] = (optimizer.betas ?? [0, 0]).map(exact);
  const eps = exact(optimizer.eps ?? 0);
  const patches = Array.from({ length: examples.count }, (_, i) => {
    const patch = new Array<Decimal>(d).fill(ZERO);
    for (let e = examples.rows[i]; e < examples.rows[i + 1]; e++)
      patch[examples.coordinates[e]] = exact(examples.values[e]);
    return patch;
  });
  const labels = [...examples.labels];
  const cells = Array.from({ length: width }, (_, r) =>
    Array.from({ length: d }, (_, k): Cell => {
      const at = k * width + r;
      return { w: exact(start.weights[at]).times(disturb(at)), mom: ZERO, sec: ZERO };
    }),
  );
  const respond = (r: number, i: number) => sum(patches[i].map((x, k) => (x.isZero() ? ZERO : x.times(cells[r][k].w))));
  const rectified = (z: Decimal) => (z.gt(0) ? z : ZERO);
  const sigma = (z: Decimal) => rectified(z).pow(network.q);
  const slope = (z: Decimal) =>
    rectified(z)
      .pow(network.q - 1)
      .times(network.q);
  const classOf = (r: number) => (r < network.neurons ? 1 : -1);
  let t = 0;

  const coupled = ["sgd", "adam", "signsgd"].includes(optimizer.name);

  const move = (cell: Cell, ofLoss: Decimal): void => {
    const gradient = coupled ? ofLoss.plus(lambda.times(cell.w)) : ofLoss;
    if (optimizer.name === "sgd") {
      cell.w = cell.w.minus(eta.times(gradient));
      return;
    }
    const kept = coupled ? cell.w : cell.w.times(ONE.minus(eta.times(lambda)));
    if (optimizer.name.startsWith("signsgd")) {
      cell.w = kept.minus(eta.times(gradient.isZero() ? 0 : gradient.s));
      return;
    }
    cell.mom = b1.times(cell.mom).plus(ONE.minus(b1).times(gradient));
    cell.sec = b2.times(cell.sec).plus(ONE.minus(b2).times(gradient.pow(2)));
    const corrected = optimizer.convention === "pytorch";
    const mom = corrected ? cell.mom.div(ONE.minus(b1.pow(t))) : cell.mom;
    const sec = corrected ? cell.sec.div(ONE.minus(b2.pow(t))) : cell.sec;
    const below = sec.sqrt().plus(eps);
    cell.w = below.isZero() ? kept : kept.minus(eta.times(mom).div(below));
  };

  return {
    step(batch: readonly number[]): void {
      t++;
      const gradient = cells.map((lane) => lane.map(() => ZERO));
      for (const i of batch) {
        const y = labels[i];
        const noise = cells.map((_, r) => respond(r, i));
        const outputs = [1, -1].map((j) =>
          sum(cells.map((lane, r) => (classOf(r) === j ? sigma(lane[0].w.times(y)).plus(sigma(noise[r])) : ZERO))),
        );
        const odds = outputs.map((output) => output.exp());
        cells.forEach((lane, r) => {
          const j = classOf(r);
          const l = (y === j ? ONE : ZERO).minus(odds[j === 1 ? 0 : 1].div(odds[0].plus(odds[1])));
          const pull = l.negated().div(batch.length);
          gradient[r][0] = gradient[r][0].plus(pull.times(y).times(slope(lane[0].w.times(y))));
          const along = pull.times(slope(noise[r]));
          if (along.isZero()) return;
          patches[i].forEach((x, k) => {
            if (!x.isZero()) gradient[r][k] = gradient[r][k].plus(along.times(x));
          });
        });
      }
      cells.forEach((lane, r) => {
        lane.forEach((cell, k) => {
          move(cell, gradient[r][k]);
        });
      });
    },
    /** u of every lane, then x_i by example and lane. */
    coefficients: (): Decimal[] => [
      ...cells.map((lane) => lane[0].w),
      ...labels.flatMap((_, i) => cells.map((_, r) => respond(r, i))),
    ],
    /** |u|, then sum_k |w[k] xi_i[k]|, in the same order. */
    sizes: (): number[] => [
      ...cells.map((lane) => lane[0].w.abs().toNumber()),
      ...patches.flatMap((patch) => cells.map((lane) => sum(patch.map((x, k) => x.times(lane[k].w).abs())).toNumber())),
    ],
  };
}
