import fc from "fast-check";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";

/** Runs of [C22]'s model of any size of start, small. */
const cases: fc.Arbitrary<RunInput> = fc
  .record({
    n: fc.integer({ min: 1, max: 6 }),
    d: fc.integer({ min: 8, max: 60 }),
    m: fc.integer({ min: 1, max: 3 }),
    q: fc.constantFrom(3, 4, 2.5),
    sigma0: fc.constantFrom(0.02, 0.1, 0.3),
    mu: fc.constantFrom(0.5, 2, 5),
    lr: fc.constantFrom(0.01, 0.1),
    seed: fc.nat({ max: 1e6 }),
  })
  .map(({ n, d, lr, seed, ...rest }): RunInput => {
    const setting = { n, d, s: d - 1, sigmaP: 0.5, alpha: 0, ...rest, labels: "rademacher" as const };
    return {
      setting: { ...setting, outputScale: "1/m" },
      optimizer: { name: "sgd", lr, weightDecay: 0, convention: "pytorch" },
      ...{ batchSize: n, epochs: 15, seed, testSize: 1 },
    };
  });

/** A coefficient that moves the wrong way; `turned` asks for the opposite of what is claimed, so that the check can be seen to fail. */
function wrongWay(run: RunInput, turned: boolean): string | undefined {
  const { problem, recurrence, moments } = observe(runOf(run), 1, "step");
  const { labels } = problem.start.examples;
  const { m } = run.setting;
  const width = 2 * m;
  let start: Float64Array | undefined;
  let gammas: Float64Array = new Float64Array(width);
  let rhos: Float64Array = new Float64Array(0);
  for (const { step, signal } of moments) {
    start ??= signal;
    const first = start;
    const along = recurrence.along?.() as Float64Array;
    const now = signal.map((u, r) => (r < m ? 1 : -1) * (u - (first[r] as number)));
    const fell = now.findIndex((gamma, r) => (turned ? gamma > 0 : gamma < (gammas[r] as number)));
    if (fell >= 0) return `step ${step}: gamma of lane ${fell} goes from ${gammas[fell]} to ${now[fell]}`;
    const wrong = along.findIndex((c, at) => {
      const own = (labels[Math.floor(at / width)] === 1) === at % width < m;
      const before = rhos[at] ?? 0;
      return own ? c < before || c < 0 : c > before || c > 0;
    });
    if (wrong >= 0) return `step ${step}: rho ${wrong} goes from ${rhos[wrong] ?? 0} to ${along[wrong]}`;
    gammas = now;
    rhos = along;
  }
  return undefined;
}

/** How the weights of the network are others than the decomposition's. */
function otherWeights(run: RunInput): string | undefined {
  const checked = runOf(run);
  const [full, decomposed] = [observe(checked, 0), observe(checked, 1)];
  let size = 0;
  for (const moment of full.moments)
    size = Math.max(size, ...moment.noise.map(Math.abs), ...moment.signal.map(Math.abs));
  for (const _ of decomposed.moments);
  if (full.recurrence.step !== decomposed.recurrence.step) return "one of them left the finite numbers";
  const [seen, expected] = [decomposed, full].map(({ recurrence }) => recurrence.weights()) as [
    Float64Array,
    Float64Array,
  ];
  const largest = Math.max(...expected.map(Math.abs));
  // 15 steps, each with fewer than 200 roundings of numbers that a learning rate of at most 0.1 and a power of at most 4 keep below (1 + size)^4.
  const most = 3000 * 2 ** -53 * (largest + (1 + size) ** 4);
  const off = seen.findIndex((w, at) => !(Math.abs(w - (expected[at] as number)) <= most));
  return off < 0 ? undefined : `weight ${off} is ${seen[off]} by the coefficients, ${expected[off]} in the network`;
}

/**
 * Gradient descent moves weights along the signal and the training noise alone, and each coefficient one way.
 *
 *   w_{j,r} = w_{j,r}^0 + j gamma_{j,r} mu/|mu|^2 + sum_i rho_{j,r,i} xi_i/|xi_i|^2;
 *   gamma never falls; rho_{j,r,i} never falls where y_i = j and never rises where y_i = -j
 *
 * @param numbers of the claim: whether the signal is asked to fall, which it does not
 * @returns the claim
 * Source: [C22], signal-noise decomposition (its section 5), from memory.
 */
export const c22Decomposition = ({ turned = false }: { readonly turned?: boolean } = {}): Claim =>
  defineClaim({
    id: "c22-decomposition",
    source: "C22",
    kind: "identity",
    statement:
      "under gradient descent w = w_0 + j gamma mu/|mu|^2 + sum_i rho_i xi_i/|xi_i|^2, where gamma never falls, and rho_i never falls for y_i = j and never rises for y_i = -j",
    latex: String.raw`w_{j,r}^{(t)} = w_{j,r}^{(0)} + j\gamma_{j,r}^{(t)}\frac{\mu}{\|\mu\|_2^2} + \sum_i\rho_{j,r,i}^{(t)}\frac{\xi_i}{\|\xi_i\|_2^2}`,
    hypotheses: [],
    restsOn: ["gradient"],
    checks: [
      property({
        name: "one way",
        part: "signs",
        about: "small runs of GD, n up to 6, q 2.5, 3 or 4: no coefficient ever moves the wrong way in 15 steps",
        levels: [1],
        cases,
        block: 20,
        violation: (run) => wrongWay(run, turned),
        run: (run) => run,
      }),
      property({
        name: "gives back the weights",
        part: "decomposition",
        about:
          "after 15 steps of the network and of the coefficients from one start, every weight is the same up to rounding",
        levels: [0],
        cases,
        block: 10,
        violation: otherWeights,
        run: (run) => run,
        command: "simulate",
      }),
    ],
  });
