import fc from "fast-check";
import { add } from "../../src/interval/add.ts";
import { div } from "../../src/interval/div.ts";
import { exp } from "../../src/interval/exp.ts";
import { point } from "../../src/interval/interval.ts";
import { widenDown, widenUp } from "../../src/interval/widen.ts";
import { newResponse } from "../../src/sim/forward.ts";
import { pullBack } from "../../src/sim/gradient.ts";
import { residual } from "../../src/sim/losses/crossEntropy.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { argue, identical, positive } from "../support/algebra/algebra.ts";

/** sgn(y_i l_{j,i}) = SIGN j. */
export const SIGN = 1;
const CLASSES = [1, -1] as const;
/** Beyond it, 1/(1 + e^z) is nearer to 0 than to the smallest double, 2^-1074: sgn(0) = 0 then counts, and a sign step stands still. */
const UNDERFLOW = 745.13;

/** l_{j,i} (E + G) for E = e^F_{+1} and G = e^F_{-1}, both positive. */
const numerator = (y: number, j: number) => `${y === j ? "(E + G)" : "0"} - ${j === 1 ? "E" : "G"}`;

function prove(sign: number) {
  const signs = CLASSES.flatMap((y) =>
    CLASSES.map((j) => ({
      says: `for y = ${y}, j = ${j}, j y l_j (E + G) is a sum of positive terms in E = e^F_1 and G = e^F_-1`,
      true: positive(`(${sign})*(${y * j})*(${numerator(y, j)})`),
    })),
  );
  const sizes = CLASSES.map((y) => ({
    says: `for y = ${y}, l_y + l_-y = 0, so that |l_j| = 1 - softmax_y for both j`,
    true: identical(`${numerator(y, y)} + ${numerator(y, -y)}`, "0"),
  }));
  return argue([...signs, ...sizes], "for all real outputs F_1, F_-1", "contradicted");
}

/** l_{j,i} as the network's gradient uses it: what multiplies -sigma'. */
function ownResiduals(y: number, margin: number): readonly number[] {
  const response = newResponse({ name: "cnn", neurons: 1, q: 3 });
  response.signal.fill(1);
  response.noise.fill(1);
  pullBack(y, residual(margin), response);
  return Array.from(response.noise, (coefficient) => -coefficient);
}

/** 1/(1 + e^z), enclosed; as e^-z/(1 + e^-z) where that is tiny. */
function enclosed(margin: number) {
  const odds = exp(point(-Math.abs(margin)));
  return div(margin > 0 ? odds : point(1), add(point(1), odds));
}

/**
 * The residual has the sign of its class.
 *
 * sgn(y_i l_{j,i}) = j,  |l_{j,i}| = 1 - softmax_{y_i},  l_{j,i} = 1[y_i = j] - softmax_j
 *
 * @param options sign: sgn(y_i l_{j,i}) = sign j; 1 is the claim
 * Source: [T25] Lemma A.6.
 */
export const residualSign = ({ sign = SIGN } = {}): Claim =>
  defineClaim({
    id: "residual-sign",
    source: "T25 A.6",
    kind: "identity",
    statement:
      "the residual of every example has the sign of its class for every output: sgn(y_i l_{j,i}) = j, and its size is 1 - softmax_{y_i} for both classes j",
    latex: String.raw`\operatorname{sgn}(y_i \ell_{j,i}) = j,\quad |\ell_{j,i}| = 1 - \operatorname{softmax}_{y_i}`,
    checks: [
      proof({
        name: "algebra",
        about: "exact algebra over the four pairs (y, j), for all real outputs",
        prove: () => prove(sign),
      }),
      property({
        name: "enclosure",
        about: `the network's residual lies in the outward-rounded enclosure of 1/(1 + e^z), 8 ulps wider, and is > 0: margins |z| <= ${UNDERFLOW}`,
        grade: "certified",
        cases: fc.double({ noNaN: true, min: -UNDERFLOW, max: UNDERFLOW }),
        block: 1000,
        violation(margin) {
          const value = sign * residual(margin);
          const { lo, hi } = enclosed(margin);
          const inside = value >= widenDown(widenDown(lo)) && value <= widenUp(widenUp(hi));
          return inside && value > 0 ? undefined : `at margin ${margin} it is ${value}, in place of ${lo} to ${hi}`;
        },
      }),
      property({
        name: "pull",
        about: `l_{j,i} as the network's gradient uses it has the sign of its class for margins up to ${UNDERFLOW}; it is 0 beyond 745.14, where doubles end`,
        cases: fc.record({
          y: fc.constantFrom(...CLASSES),
          margin: fc.oneof(
            fc.double({ noNaN: true, min: -1e4, max: UNDERFLOW }),
            fc.double({ noNaN: true, min: 745.14 }),
          ),
        }),
        block: 500,
        violation({ y, margin }) {
          const signs = ownResiduals(y, margin).map((l) => Math.sign(y * l));
          const due = CLASSES.map((j) => (margin > UNDERFLOW ? 0 : sign * j));
          const same = signs.every((own, k) => own + 0 === due[k]);
          return same ? undefined : `y = ${y}, margin ${margin}: sgn(y l_j) is ${signs} for j = 1, -1, not ${due}`;
        },
      }),
    ],
  });
