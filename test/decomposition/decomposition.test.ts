import "../../src/data/images/files.ts";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { MNIST } from "../../src/data/images/shipped.ts";
import { drawStart } from "../../src/data/start.ts";
import { directionsOf, SIGNAL_BY } from "../../src/decomposition/directions.ts";
import { followDecomposition } from "../../src/decomposition/follow.ts";
import { inner, orthonormal, without } from "../../src/decomposition/orthonormal.ts";
import { partsOf } from "../../src/decomposition/parts.ts";
import { type Patches, vectorsOf } from "../../src/decomposition/patches.ts";
import { decompositionText } from "../../src/report/decompositionText.ts";
import { networkOf } from "../../src/setting/network.ts";
import { finish } from "../../src/sim/follow.ts";
import { patchTable } from "../../src/sim/patchTable.ts";
import { parseRun } from "../../src/sim/run.ts";

const vector = (...values: number[]) => Float64Array.from(values);
const patches = (classes: number, ...examples: (readonly [number, ...Float64Array[]])[]): Patches => ({
  classes,
  sides: Int32Array.from(examples, ([side]) => side),
  vectors: examples.map(([, ...vectors]) => vectors),
});

/** v = e_1; noise along e_2 (class 0) and e_3 (class 1), twice in either sign, so that class means have none of it. */
const CLEAN = patches(
  2,
  [0, vector(1, 0, 0, 0), vector(0, 2, 0, 0)],
  [0, vector(1, 0, 0, 0), vector(0, -2, 0, 0)],
  [1, vector(-1, 0, 0, 0), vector(0, 0, 3, 0)],
  [1, vector(-1, 0, 0, 0), vector(0, 0, -3, 0)],
);

describe("directions and parts, by hand", () => {
  it("of noise that class means do not see are v and the noise itself", () => {
    // mean_0 = (1/4)(2 e_1) = e_1/2, mean_1 = -e_1/2, middle 0: u_0 = e_1, u_1 = -e_1. e_{i,1} = 0, e_{i,2} = xi_i.
    const found = directionsOf(CLEAN);
    expect(found.classes.map((u) => [...u].map((x) => x + 0))).toEqual([
      [1, 0, 0, 0],
      [-1, 0, 0, 0],
    ]);
    expect(found.signal).toHaveLength(1);
    expect(found.noise).toHaveLength(2);
    // Neurons (3, 1, 0, 2) and (1, -5, 7, 0) of class 0: <w, u_0> at most 3; of its examples e = +-2 e_2: 10 for -2 e_2 by the second neuron, 2 for +2 e_2 by
    // the first; |W|^2 = 14 + 75 = 89, of that 9 + 1 along e_1 and 1 + 25 + 49 along e_2, e_3.
    const parts = partsOf([vector(3, 1, 0, 2), vector(1, -5, 7, 0)], 0, found);
    expect(parts).toMatchObject({ signal: 3, noise: 10, leastNoise: 2 });
    expect(parts.shares?.signal).toBeCloseTo(10 / 89, 14);
    expect(parts.shares?.noise).toBeCloseTo(75 / 89, 14);
    expect(parts.shares?.rest).toBeCloseTo(4 / 89, 14);
  });

  it("of one example a class have its noise in the mean", () => {
    // Class 0: e_1 and 2 e_2, mean (1/2, 1); class 1: -e_1 and nothing, mean (-1/2, 0); middle (0, 1/2): u_0 = (1/2, 1/2) sqrt(2), at 45 degrees to v.
    const found = directionsOf(patches(2, [0, vector(1, 0), vector(0, 2)], [1, vector(-1, 0), vector(0, 0)]));
    expect(found.classes[0]?.[0]).toBeCloseTo(Math.SQRT1_2, 14);
    // What memorizes alone, w = e_2, then has as much signal as what learns alone.
    const [memorizes, learns] = [vector(0, 1), vector(1, 0)].map((w) => partsOf([w], 0, found).signal);
    expect(memorizes).toBeCloseTo(learns as number, 14);
  });

  it("of three classes span two dimensions", () => {
    const found = directionsOf(patches(3, [0, vector(1, 0, 0)], [1, vector(0, 1, 0)], [2, vector(0, 0, 1)]));
    expect(found.signal).toHaveLength(2);
    expect(inner(found.classes[0] as Float64Array, vector(1, 1, 1))).toBeCloseTo(0, 14);
    expect(found.classes[0]?.[0]).toBeCloseTo(Math.sqrt(2 / 3), 14);
  });

  it("refuse what class means say nothing of, and a class without examples", () => {
    const same = patches(2, [0, vector(1, 0)], [1, vector(1, 0)]);
    expect(() => directionsOf(same)).toThrow(/^class means must differ where signal is measured by them, but /);
    expect(() => directionsOf(patches(2, [0, vector(1, 0)]))).toThrow(
      "every class must have an example where its mean is taken, but class 2 of 2 has none; draw more",
    );
  });

  it("by discriminants turn from where patches scatter", () => {
    // Class 0: (1, 1) and (1, 3), mean (1, 2); class 1 the opposite: a_0 = (1, 2). z = (0, -1), (0, 1): W = diag(0, 1), tr W/d = 1/2, so that
    // (W + I/2)^-1 a_0 = (1/0.5, 2/1.5) = (2, 4/3), along (3, 2).
    const data = patches(2, [0, vector(1, 1)], [0, vector(1, 3)], [1, vector(-1, -1)], [1, vector(-1, -3)]);
    const [one, other] = directionsOf(data, data, "discriminants").classes as [Float64Array, Float64Array];
    expect(one[0]).toBeCloseTo(3 / Math.sqrt(13), 13);
    expect(one[1]).toBeCloseTo(2 / Math.sqrt(13), 13);
    expect([...other]).toEqual([...one].map((x) => -x));
  });

  it("by discriminants are off the mean of a class and place, not of the class alone", () => {
    // Every patch is the mean of its class at its place: nothing scatters, and the means say all.
    const data = patches(2, [0, vector(1, 0), vector(0, 5)], [1, vector(-1, 0), vector(0, -5)]);
    expect(directionsOf(data, data, "discriminants")).toEqual(directionsOf(data));
  });

  it("have no shares at weights of 0", () => {
    expect(partsOf([vector(0, 0, 0, 0)], 0, directionsOf(CLEAN))).toMatchObject({ signal: 0, noise: 0, shares: null });
  });
});

const number = fc.double({ min: -10, max: 10, noNaN: true }).map((x) => (Math.abs(x) < 1e-3 ? 0 : x));
const vectors = (d: number, count: number) =>
  fc.array(fc.array(number, { minLength: d, maxLength: d }).map(Float64Array.from.bind(Float64Array)), {
    minLength: count,
    maxLength: count,
  });
const D = 6;
/** Two examples a class of two patches each, whose means differ surely; and two neurons. */
const DRAWN = fc.record({ all: vectors(D, 8), weights: vectors(D, 2) }).map(({ all, weights }) => ({
  weights: weights as Float64Array[],
  data: patches(
    2,
    ...[0, 1, 2, 3].map((i) => {
      const side = i % 2;
      const [first, second] = [all[2 * i] as Float64Array, all[2 * i + 1] as Float64Array];
      first[0] = 100 * (side === 0 ? 1 : -1) + (first[0] as number);
      return [side, first, second] as const;
    }),
  ),
}));

/** A reflection at the plane across a vector, which is orthogonal to rounding; the vector's own size does not matter. */
const reflected = (x: Float64Array, across: Float64Array) => {
  const [along, size] = [inner(x, across), inner(across, across)];
  return size < 1 ? x : x.map((value, k) => value - (2 * along * (across[k] as number)) / size);
};

describe("properties", () => {
  // Numbers are up to 110, products of 6 of them up to 10^5: rounding is below 10^5 2^-53 times some hundred operations.
  const near = 1e-8;
  const KINDS = fc.constantFrom(...SIGNAL_BY);

  test.prop([vectors(D, 5), vectors(D, 1)])(
    "a basis is orthonormal, and without it nothing is left along it",
    (all, [x]) => {
      const basis = orthonormal(all as Float64Array[]);
      for (const a of basis)
        for (const b of basis) expect(Math.abs(inner(a, b) - (a === b ? 1 : 0))).toBeLessThan(1e-12);
      const rest = without(x as Float64Array, basis);
      for (const b of basis) expect(Math.abs(inner(rest, b))).toBeLessThan(1e-12 * 100);
    },
  );

  test.prop([DRAWN, fc.constantFrom(0.25, 2, 1024)])(
    "twice the weights have twice the products and the same shares; twice the patches twice the noise",
    ({ data, weights }, factor) => {
      const found = directionsOf(data);
      const scaled = directionsOf({
        ...data,
        vectors: data.vectors.map((one) => one.map((x) => x.map((v) => factor * v))),
      });
      const before = partsOf(weights, 0, found);
      const after = partsOf(
        weights.map((w) => w.map((v) => factor * v)),
        0,
        found,
      );
      // Powers of two: the same digits.
      expect(after.signal).toBe(factor * before.signal);
      expect(after.noise).toBe(factor * (before.noise as number));
      expect(after.shares).toEqual(before.shares);
      const wider = partsOf(weights, 0, scaled);
      expect(Math.abs(wider.signal - before.signal)).toBeLessThan(near);
      expect(Math.abs((wider.noise as number) / factor - (before.noise as number))).toBeLessThan(near);
    },
  );

  test.prop([DRAWN, vectors(D, 1), KINDS])(
    "nothing changes where weights and patches are turned together",
    ({ data, weights }, [across], by) => {
      const turn = (x: Float64Array) => reflected(x, across as Float64Array);
      const before = partsOf(weights, 1, directionsOf(data, data, by));
      const moved = { ...data, vectors: data.vectors.map((one) => one.map(turn)) };
      const turned = directionsOf(moved, moved, by);
      const after = partsOf(weights.map(turn), 1, turned);
      for (const name of ["signal", "noise", "leastNoise"] as const) {
        expect(Math.abs((after[name] as number) - (before[name] as number))).toBeLessThan(near);
      }
      if (before.shares) expect(Math.abs((after.shares?.signal as number) - before.shares.signal)).toBeLessThan(near);
    },
  );

  // What Fisher's criterion says: no direction has more between, over within and rho, than the first discriminant of two classes.
  test.prop([DRAWN, vectors(D, 1)])(
    "no direction tells two classes better than their discriminant",
    ({ data }, [x]) => {
      const all = data.vectors.map((own, i) => own.map((patch) => ({ patch, side: data.sides[i] as number })));
      const mean = (of: readonly Float64Array[]) =>
        (of[0] as Float64Array).map((_, k) => of.reduce((sum, one) => sum + (one[k] as number), 0) / of.length);
      const own = (c: number, p: number) =>
        all.filter(([one]) => one?.side === c).map((one) => (one[p] as { patch: Float64Array }).patch);
      const scatter = [0, 1].flatMap((c) =>
        [0, 1].flatMap((p) => {
          const middle = mean(own(c, p));
          return own(c, p).map((patch) => patch.map((value, k) => value - (middle[k] as number)));
        }),
      );
      const rho = scatter.reduce((sum, z) => sum + inner(z, z), 0) / scatter.length / D;
      fc.pre(rho > 1e-3);
      const [one, other] = [0, 1].map((c) => mean([...own(c, 0), ...own(c, 1)])) as [Float64Array, Float64Array];
      const apart = one.map((value, k) => value - (other[k] as number));
      const told = (u: Float64Array) =>
        inner(apart, u) ** 2 /
        (scatter.reduce((sum, z) => sum + inner(z, u) ** 2, 0) / scatter.length + rho * inner(u, u));
      fc.pre(inner(x as Float64Array, x as Float64Array) > 1e-3);
      const best = told(directionsOf(data, data, "discriminants").classes[0] as Float64Array);
      expect(told(x as Float64Array)).toBeLessThanOrEqual(best * (1 + 1e-9));
    },
  );

  test.prop([DRAWN])("shares are of one whole", ({ data, weights }) => {
    const { shares } = partsOf(weights, 0, directionsOf(data));
    if (!shares) return;
    for (const share of Object.values(shares)) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1 + 1e-12);
    }
    expect(Math.abs(shares.signal + shares.noise + shares.rest - 1)).toBeLessThan(1e-12);
  });

  // In noise that is orthogonal to v and to every other noise patch, with class means of it taken away exactly by its mirror image.
  test.prop([fc.integer({ min: 1, max: 4 }), vectors(10, 1), fc.double({ min: 0.1, max: 5, noNaN: true })])(
    "recover <w, v> and <w, xi_i> exactly where noise patches are orthogonal and cancel in the means",
    (pairs, [w], size) => {
      const unit = (k: number, value: number) => new Float64Array(10).fill(value, k, k + 1);
      const data = patches(
        2,
        ...Array.from({ length: pairs }, (_, i) =>
          [size, -size].flatMap((value) => [
            [0, unit(0, 1), unit(1 + 2 * i, value)] as const,
            [1, unit(0, -1), unit(2 + 2 * i, value)] as const,
          ]),
        ).flat(),
      );
      const own = w as Float64Array;
      const { signal, noise } = partsOf([own], 0, directionsOf(data));
      expect(signal).toBe(own[0]);
      const most = Array.from({ length: pairs }, (_, i) => size * Math.abs(own[1 + 2 * i] as number));
      expect(noise).toBeCloseTo(Math.max(...most), 10);
    },
  );
});

describe("a training that is taken apart", () => {
  const run = parseRun({
    setting: { n: 40, d: 400, s: 9, sigmaP: 0.1, alpha: 0.1, m: 4, q: 3, sigma0: 0.02, supports: "disjoint" },
    optimizer: { name: "adam", lr: 0.001 },
    ...{ batchSize: 4, epochs: 30, testSize: 20, recordEvery: 1 },
  });

  it("has patches that the network sees", () => {
    const network = networkOf(run.network, run.setting);
    const { examples } = drawStart(run.setting, network, run.seed);
    const { vectors: all, sides } = vectorsOf(patchTable(run));
    expect(all).toHaveLength(40);
    const [signal, noise] = all[0] as [Float64Array, Float64Array];
    expect(signal[0]).toBe(examples.labels[0]);
    // -alpha y along the feature, and s entries beside it.
    expect(noise[0]).toBeCloseTo(-0.1 * (examples.labels[0] as number), 14);
    expect(noise.filter((value) => value !== 0)).toHaveLength(1 + 9);
    expect(sides[0]).toBe(examples.labels[0] === 1 ? 0 : 1);
  });

  it("agrees with the true coefficients where the class means are clean", () => {
    // |zeta| = sigmaP sqrt(s) = 0.3: the means are off v by 0.3 sqrt(2/20)/(1 - alpha), about 0.1.
    const { agreement, directions, history, final } = finish(followDecomposition(run));
    expect(directions.alongFeature).toBeGreaterThan(0.98);
    for (const r of agreement.signal) expect(r).toBeGreaterThan(0.99);
    expect(history).toHaveLength(31);
    expect(final).toBe(history.at(-1));
    expect(final.measured[0]?.shares?.signal).toBeGreaterThan(history[0]?.measured[0]?.shares?.signal as number);
  });

  it("says what signal was measured by, where that is not class means", () => {
    const { signalBy, directions, agreement } = finish(followDecomposition(run, { signalBy: "discriminants" }));
    expect(signalBy).toBe("discriminants");
    expect(directions.signal).toBe(1);
    expect(directions.alongFeature).toBeGreaterThan(0.98);
    for (const r of agreement.signal) expect(r).toBeGreaterThan(0.99);
    expect(finish(followDecomposition({ ...run, epochs: 1 }))).not.toHaveProperty("signalBy");
  });

  it("takes images apart, too: nine dimensions tell ten digits", () => {
    const images = parseRun({
      setting: { n: 60, m: 2, q: 2, sigma0: 0.01, data: { ...MNIST, stride: 14 } },
      optimizer: { name: "adam", lr: 0.001 },
      ...{ batchSize: 10, epochs: 2, testSize: 10, recordEvery: 1 },
    });
    for (const signalBy of SIGNAL_BY) {
      const result = finish(followDecomposition(images, { signalBy }));
      const { directions, final } = result;
      const text = decompositionText(result);
      expect(text).toContain("(class 1 and 2)");
      expect(text).toContain("Images have no v and no xi");
      expect(text.includes("discriminants of fresh examples")).toBe(signalBy === "discriminants");
      expect(directions).toMatchObject({ signal: 9, alongFeature: null });
      expect(final.measured).toHaveLength(10);
      // 240 patches span nearly all of 196 dimensions: what is beside both are weights on pixels that have no ink in any patch.
      const { signal, noise, rest } = final.measured[0]?.shares ?? { signal: 0, noise: 0, rest: 1 };
      expect(signal + noise).toBeGreaterThan(rest);
    }
  });

  it("refuses what cannot be held, and fresh means of a start without any", () => {
    const large = { ...run, setting: { ...run.setting, d: 1e6, n: 100 } };
    expect(() => finish(followDecomposition(large))).toThrow(
      /^setting must have at most 50000000 numbers in its patches, /,
    );
  });
});
