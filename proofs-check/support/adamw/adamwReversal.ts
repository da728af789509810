import fc from "fast-check";
import { log } from "../../../src/numeric/log.ts";
import { property } from "../../checks/property.ts";
import type { Check, Level } from "../../claim.ts";
import { type Letters, studyRun } from "../choices/adamwStudy.ts";
import { features, type Sight, sightOf } from "../evidence/sight.ts";

/** n of every case, and sqrt(s) sigmaP: O~(1) with one log n granted. */
const N = 16;
const LENGTH = 1.6;
/** sigma0/eta: a step is small beside the start. */
const FINE = 400;
const LEVELS: readonly Level[] = [1, 2];

/** What varies from case to case; alpha^(1/2) s sigmaP is 5 at least, where the hypothesis asks for n/b. */
interface Case {
  readonly s: number;
  readonly alpha: number;
  readonly sigma0: number;
  readonly b: number;
  readonly seed: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  s: fc.constantFrom(100, 200, 400),
  alpha: fc.double({ min: 0.1, max: 0.8, noNaN: true }),
  sigma0: fc.double({ min: 2e-4, max: 2e-3, noNaN: true }),
  b: fc.constantFrom(N, N / 2),
  seed: fc.nat({ max: 1e6 }),
});

const lettersOf = ({ s, alpha, sigma0, b }: Case): Letters => ({
  ...{ n: N, b, m: 3, s, alpha, sigma0, eta: sigma0 / FINE, lambda: 1, cEps: 0, betas: [0.5, 0.9] },
  sigmaP: LENGTH / Math.sqrt(s),
});

/** 4 log n sigma0/(eta s sigmaP alpha^(1/(q-1))), in epochs. */
const turnOf = ({ n, s, sigmaP, alpha, sigma0, eta }: Letters) =>
  (4 * log(n) * sigma0) / (eta * s * sigmaP * Math.sqrt(alpha));

/** As long again as the turn may take, and one record there. */
const runOf = (drawn: Case) => {
  const letters = lettersOf(drawn);
  const epochs = Math.ceil(turnOf(letters));
  return studyRun(letters, (2 * epochs * letters.n) / letters.b, drawn.seed, 2);
};

/**
 * That from T_r on an epoch lowers every class's feature by Theta(eta n/b).
 *
 * fall per epoch in [eta n/b/4, 4 eta n/b] between T_r and 2 T_r,  T_r = 4 log n sigma0/(eta s sigmaP alpha^(1/(q-1))) epochs
 *
 * @param numbers factors on T_r and on the fall, 1 unless the check is to fail
 * @returns the check, of the part "turn and fall"
 * Source: ours; [T25] B.7, C.13.
 */
export const turnAndFall = ({ fall = 1 } = {}): Check =>
  property({
    name: "turn and fall",
    part: "turn and fall",
    about: `from T_r = 4 log n sigma0/(eta s sigmaP alpha^(1/2)) epochs on (O~ with the constant 4 and one log n), for as long again, max_r <w_jr, jv> of both classes falls by eta n/b up to a factor 4; n = 16, n/b = 1 or 2, m = 3, q = 3, s sigmaP 16 to 32, sigma0 = ${FINE} eta, eps = 0, betas (0.5, 0.9)`,
    cases,
    violation: (drawn, { level }) => {
      const sight = sightOf(runOf(drawn), level);
      const { n, b, eta } = lettersOf(drawn);
      const [before, after] = [features(sight, 1), features(sight, 2)];
      const epochs = (sight.moments[2] as Sight["moments"][number]).epoch / 2;
      const falls = [0, 1].map(
        (side) => ((before[side] as number) - (after[side] as number)) / ((fall * epochs * eta * n) / b),
      );
      const wrong = falls.find((share) => !(share >= 1 / 4 && share <= 4));
      return wrong === undefined ? undefined : `a feature falls by ${wrong.toPrecision(4)} eta n/b per epoch`;
    },
    asymptotic: true,
    // One case that goes well says little.
    least: 4,
    shrinks: 12,
    run: runOf,
    levels: LEVELS,
  }) as Check;
