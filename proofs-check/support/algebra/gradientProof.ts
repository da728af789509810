import { constant, minus, type Polynomial, plus, times, variable, ZERO } from "../../../src/bounds/order/polynomial.ts";
import type { Finding } from "../../claim.ts";
import { argue, identical, polynomialOf, type Step } from "./algebra.ts";
import { type Dual, dualsOver } from "./dual.ts";

/** How section 1's formula may be changed, to see it refuted. */
export interface GradientFormula {
  /** Multiplies the term of the feature noise. */
  readonly featureNoise: number;
  /** sigma'(z) = q z^(q - drop). */
  readonly drop: number;
}

type Part = Dual<Polynomial>;
const { still, moving, sum, product, power } = dualsOver<Polynomial>({ zero: ZERO, one: constant(1), plus, times });

const POWERS = [3, 4, 5, 6, 7, 8] as const;
const SIDES = [1, -1] as const;
const W = moving(variable("w"));

/** One patch's term of F_j: sigma(a) = a^q where a > 0, 0 where not. Both agree at a = 0, and so do their derivatives. */
const sigma = (a: Part, q: number, on: boolean): Part => (on ? power(a, q) : still(ZERO));

const sigmaSlope = (a: Part, q: number, on: boolean, drop: number): Polynomial =>
  on ? times(constant(q), power(still(a.value), q - drop).value) : ZERO;

interface Case {
  readonly y: number;
  readonly q: number;
  /** Which of the two patches the neuron responds to. */
  readonly signalOn: boolean;
  readonly noiseOn: boolean;
}

const ALL_CASES: readonly Case[] = SIDES.flatMap((y) =>
  POWERS.flatMap((q) => [
    { y, q, signalOn: true, noiseOn: true },
    { y, q, signalOn: true, noiseOn: false },
    { y, q, signalOn: false, noiseOn: true },
    { y, q, signalOn: false, noiseOn: false },
  ]),
);

/** The slope of F_j in w = w_{j,r}[1] less what section 1 says; c is the rest of <w, xi_i>. */
function onFeature({ y, q, signalOn, noiseOn }: Case, { featureNoise, drop }: GradientFormula): Polynomial {
  const signal = product(still(constant(y)), W);
  const noise = sum(still(variable("c")), product(still(polynomialOf(`(${-y})*alpha`)), W));
  const { slope } = sum(sigma(signal, q, signalOn), sigma(noise, q, noiseOn));
  const said = minus(
    sigmaSlope(signal, q, signalOn, drop),
    times(polynomialOf(`(${featureNoise})*alpha`), sigmaSlope(noise, q, noiseOn, drop)),
  );
  return minus(slope, times(constant(y), said));
}

/** The slope of F_j in w = w_{j,r}[k], k in B_i, less what section 1 says; u is <w, y_i v>, which does not move. */
function onSupport({ q, signalOn, noiseOn }: Case, { drop }: GradientFormula): Polynomial {
  const noise = sum(still(variable("c")), product(still(variable("xi")), W));
  const { slope } = sum(sigma(still(variable("u")), q, signalOn), sigma(noise, q, noiseOn));
  return minus(slope, times(sigmaSlope(noise, q, noiseOn, drop), variable("xi")));
}

/** (E + G) dL_i/dw = -(E + G) l_{j,i} f, where f = dF_j/dw, E = e^F_1, G = e^F_-1 and L_i = log(E + G) - F_{y_i}. */
const throughLoss: readonly Step[] = SIDES.flatMap((y) =>
  SIDES.map((j) => {
    const [own, mine] = [y === j ? "(E + G)" : "0", j === 1 ? "E" : "G"];
    return {
      says: `(E + G) dL_i/dF_j = -(E + G) l_{j,i} for y = ${y}, j = ${j}`,
      true: identical(`${mine}*f - ${own}*f`, `-(${own} - ${mine})*f`),
    };
  }),
);

/**
 * That section 1's gradient of an example's loss is its derivative, for every coordinate of every neuron.
 *
 * A weight w enters one neuron's two inner products, each linear in w with everything else constant. So polynomials in w and letters for the rest
 * decide it, whatever d, m, s and the supports; batches are means.
 *
 * @param formula what is said of the feature noise and of sigma'
 * @returns proved by dual numbers over polynomials for q from 3 to 8, and for every q by induction; contradicted where polynomials differ
 * Source: ours.
 */
export function gradientProof(formula: GradientFormula): Finding {
  const steps: Step[] = [
    {
      says: "on coordinate 1 dF_j/dw = y (sigma'(y w) - alpha sigma'(c - alpha y w)), q = 3 to 8, every patch on or off",
      true: ALL_CASES.every((one) => onFeature(one, formula).size === 0),
    },
    {
      says: "on coordinate k of B_i dF_j/dw = sigma'(c + xi w) xi, likewise; on any other it is 0, for no patch has it",
      true: ALL_CASES.every((one) => onSupport(one, formula).size === 0),
    },
    {
      says: "(A^(q+1))' = A' A^q + A (A^q)' = (q+1) A^q A' if (A^q)' = q A^(q-1) A', so that q = 3 gives every larger q",
      true: identical("x*A*P + A*(q*P*x)", "(q+1)*A*P*x"),
    },
    ...throughLoss,
  ];
  return argue(steps, "dL_i/dw is section 1's for every weight", "contradicted");
}

/** That coupled decay is the derivative of lambda |w|^2/2. */
export function decayProof(factor: number): Finding {
  const square = product(still(polynomialOf("lambda/2")), power(W, 2));
  const same = minus(square.slope, polynomialOf(`(${factor})*lambda*w`)).size === 0;
  return argue([{ says: "(lambda w^2/2)' = lambda w", true: same }], "coupled decay adds lambda w", "contradicted");
}
