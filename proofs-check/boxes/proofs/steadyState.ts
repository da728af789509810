import { proof } from "../../checks/proof.ts";
import type { Check, Finding } from "../../claim.ts";
import { argue, identical, type Step } from "../../support/algebra/algebra.ts";
import { boxStep } from "../boxStep.ts";
import type { BoxStatement } from "../statement.ts";
import { failingDecays } from "../statements/failingDecay.ts";
import { stability } from "../statements/stability.ts";
import { steadyStates } from "../statements/steadyState.ts";

/** The coefficients of the characteristic polynomial z^3 + a2 z^2 + a1 z + a0; c = 1 - eta lambda, k = eta g'/(g + eps), r = g/(g + eps). */
const A = "((1-b1) - r*(1-b2))";
const G = "((1-b1)*b2 - r*(1-b2)*b1)";
const [A2, A1, A0] = [`(0 - b1 - b2 - c - k*${A})`, `(b1*b2 + c*(b1+b2) + k*${G})`, "(0 - c*b1*b2)"];

/** What Jury's conditions are, with what is positive taken out. */
const JURY: readonly Step[] = [
  {
    says: "(z - c)(z - b1)(z - b2) - k z ((1-b1)(z-b2) - r (1-b2)(z-b1)) is the characteristic polynomial",
    true: identical(`(z-c)*(z-b1)*(z-b2) - k*z*((1-b1)*(z-b2) - r*(1-b2)*(z-b1))`, `z^3 + ${A2}*z^2 + ${A1}*z + ${A0}`),
  },
  {
    says: "at 1 it is (1-b1)(1-b2)(eta lambda - k (1-r))",
    true: identical(`1 + ${A2} + ${A1} + ${A0}`, "(1-b1)*(1-b2)*(1 - c - k*(1-r))"),
  },
  {
    says: "at -1 it is -((1+c)(1+b1)(1+b2) + k ((1-b1)(1+b2) - r (1-b2)(1+b1)))",
    true: identical(`1 - ${A2} + ${A1} - ${A0}`, `(1+c)*(1+b1)*(1+b2) + k*((1-b1)*(1+b2) - r*(1-b2)*(1+b1))`),
  },
  {
    says: "1 - a0^2 - (a1 - a0 a2) = (1 - b1 b2)(1 - c b1)(1 - c b2) - k ((1-b1) b2 (1 - c b1) - r (1-b2) b1 (1 - c b2))",
    true: identical(
      `1 - ${A0}^2 - (${A1} - ${A0}*${A2})`,
      `(1-b1*b2)*(1-c*b1)*(1-c*b2) - k*((1-b1)*b2*(1-c*b1) - r*(1-b2)*b1*(1-c*b2))`,
    ),
  },
  {
    says: "1 - a0^2 + (a1 - a0 a2) = (1 + b1 b2)(1 - c^2 b1 b2) + c (b1+b2)(1 - b1 b2) + k (the same)",
    true: identical(
      `1 - ${A0}^2 + (${A1} - ${A0}*${A2})`,
      `(1+b1*b2)*(1-c^2*b1*b2) + c*(b1+b2)*(1-b1*b2) + k*((1-b1)*b2*(1-c*b1) - r*(1-b2)*b1*(1-c*b2))`,
    ),
  },
  {
    says: "1 - c b1 = e (1 + t w b1), 1 - c b2 = w e (1 + t b2) and 1 - b1 b2 = e (1 + w b1)",
    true:
      identical("1 - (1-t*w*e)*(1-e)", "e*(1 + t*w*(1-e))") &&
      identical("1 - (1-t*w*e)*(1-w*e)", "w*e*(1 + t*(1-w*e))") &&
      identical("1 - (1-e)*(1-w*e)", "e*(1 + w*(1-e))"),
  },
];

const proved = (steps: readonly Step[], statements: readonly BoxStatement[], conclusion: string): Finding =>
  argue([...steps, ...statements.map((statement) => boxStep(statement))], conclusion);

const ABOUT = "exact algebra, and branch and bound with certificates that are checked anew in exact rational numbers";

/** That AdamW's feature has a steady state of order 1/lambda that is stable, its moments included; signal alone. */
export const steadyStateProved = (): Check =>
  proof({
    name: "steady state",
    part: "steady state, signal alone",
    about: `${ABOUT}: that the feature can rest at the order of 1/lambda, and returns there`,
    prove: () =>
      proved(
        JURY,
        [...steadyStates, stability],
        "AdamW, signal alone, has a steady state u between (q-2)/((q-1) lambda) and 1/lambda; there u g'/g (1 - lambda u) <= (q-1)(1 - lambda u) < 1, so that, where the gradient is the same at every step, it is stable against what moves all M neurons and their moments alike where b1 <= b2 and eta lambda max(1, |u g'/g|) <= (63/64)(1-b2), and against what moves them apart where eta lambda (q-1) <= (63/64)(1-b2), too; q from 3 to 5, lambda up to 8",
      ),
  });

/** Up to which decay there is one. */
export const failingDecayProved = (): Check =>
  proof({
    name: "failing decay",
    part: "steady state, signal alone",
    about: `${ABOUT}: up to which decay the feature can rest at all`,
    prove: () =>
      proved(
        [],
        failingDecays,
        "the decay from which AdamW, signal alone and the same gradient at every step, has no steady state but 0 is within 1/32 of (q-2)/((q-1) u*), u* = ((q-2) eps/c)^(1/(q-1)), c = q p/2, where M u*^q <= 1/16",
      ),
  });
