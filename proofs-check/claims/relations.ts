import { Decimal } from "decimal.js";
import fc from "fast-check";
import type { Fraction } from "../../src/algebra/mathjs.ts";
import { hypothesisNamed, IMPLIED } from "../../src/bounds/hypotheses/hypotheses.ts";
import { type Margin, marginsOf } from "../../src/bounds/hypotheses/margin.ts";
import { valuesOf } from "../../src/bounds/hypotheses/values.ts";
import { type Monomial, type Order, orderText } from "../../src/bounds/order/order.ts";
import { orderOf } from "../../src/bounds/order/orderOf.ts";
import { constantOf } from "../../src/bounds/order/polynomial.ts";
import type { Scaling, ScalingOptions } from "../../src/bounds/order/scaling.ts";
import { scalingOf } from "../../src/bounds/order/scalingOf.ts";
import { parseStatement, type Statement } from "../../src/bounds/order/statement.ts";
import { type Values, valueOf } from "../../src/bounds/order/valueOf.ts";
import { familySetting } from "../../src/setting/family.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import type { Claim, Finding } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { decided, neededBy } from "../support/evidence/decided.ts";

export const NAMES = [...IMPLIED, "sparse-supports"] as const;
/** Those that ask for small steps. */
export const SMALLER = ["noise-step", "support-step", "single-step"] as const;
export const textOf = (id: string) => (hypothesisNamed(id).anyOf[0] as Statement).text;
const Wide = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });

interface Place {
  /** n = 10^digits. */
  readonly digits: number;
  /** D = quarters/4. */
  readonly quarters: number;
  readonly q: number;
}

/** The family with every step smaller by a power of n; l stands for it, which occurs in no relation that asks for small steps. */
export const smallerSteps = () => scalingOf({ exponents: { powerEta: "D/2 - 1 + (q - 1)*D/4 + l" } });

/** A relation that asks for small steps, for the family's step and every smaller one. */
function everySmallerStep(id: string): Finding {
  const finding = decided(textOf(id), smallerSteps());
  const { quantities } = scalingOf();
  const open = neededBy(textOf(id), { quantities, exponents: new Map() });
  return { ...finding, reason: `${finding.reason}; for eta = n^-powerEta it needs ${open}`, figures: { needed: open } };
}

/** Every quantity of a scaling at one n, by its own formula. */
function numbersOf(scaling: Scaling, n: Decimal): Values {
  const values: Record<string, string> = { n: n.toString() };
  for (const [name, value] of scaling.exponents) values[name] = `${constantOf(value)}`;
  // Quantities are defined by those before them, and by exponents, which all have a value but these two.
  for (const [name, formula] of scaling.quantities) {
    if (name === "B" || name === "lambda" || name === "eps") continue;
    values[name] = valueOf(formula, values).toString();
  }
  return values;
}

/** n^a (log n)^b. */
function sizeOf(order: Order, n: Decimal): Decimal {
  if (order.kind !== "monomial") throw new Error(`${orderText(order)} is no monomial`);
  const exponent = (of: Monomial["n"]) => (constantOf(of) as Fraction).valueOf();
  return n.pow(exponent(order.n)).mul(n.ln().pow(exponent(order.log)));
}

/** How numbers differ from what the algebra says of a statement, at one place. */
function differs(text: string, { digits, quarters, q }: Place, quantities: ScalingOptions["quantities"]) {
  const scaling = scalingOf({ exponents: { D: `${quarters}/4`, q: `${q}` }, ...(quantities && { quantities }) });
  const n = new Wide(10).pow(digits);
  const { left, right } = parseStatement(text);
  const [ratio, predicted] = [
    (side: typeof left) => valueOf(side, numbersOf(scaling, n)),
    (side: typeof left) => sizeOf(orderOf(side, scaling), n),
  ].map((of) => of(left).div(of(right))) as [Decimal, Decimal];
  // 30 digits are kept in a few dozen operations, the largest a power with an exponent below 100: 25 are left, and more than 15 compared.
  const same = ratio.div(predicted).sub(1).abs().lt("1e-15");
  return same
    ? undefined
    : `${text}: left/right is ${ratio.toPrecision(6)}, the algebra says ${predicted.toPrecision(6)}`;
}

/**
 * What the proofs assume of the parameters holds in the scaling family, for all of its exponents.
 *
 * s sigma_p = omega(1), sqrt(s) sigma_p = O~(1), alpha = o(1), eta s sigma_p = o(1), eta s = o(sigma_0^(q-1)), eta = o(sigma_0^(q-1)),
 * n s^2 sigma_p = O(d), n^2 s^2 = o(d);  D > 4, q >= 3, eta = n^-(D/2 - 1 + (q-1) D/4)
 *
 * @param options quantities that grow otherwise than in the family, as formulas
 * Source: [T25] Conditions A.1, A.2; n^2 s^2 = o(d) is what Lemma A.4 needs.
 */
export const relations = ({ quantities = {} }: Pick<ScalingOptions, "quantities"> = {}): Claim =>
  defineClaim({
    id: "relations",
    source: "T25 A.1, A.2",
    kind: "rate",
    statement:
      "in the scaling family, whatever its exponents, the relations hold that the proofs lean on: noise long in the l1 and short in the l2 norm, weak feature noise, small steps, sparse supports",
    latex: String.raw`s\sigma_p = \omega(1),\ \sqrt{s}\,\sigma_p = \tilde O(1),\ \alpha = o(1),\ \eta s \sigma_p = o(1),\ \eta s = o(\sigma_0^{q-1}),\ n s^2 \sigma_p = O(d),\ n^2 s^2 = o(d)`,
    checks: [
      ...NAMES.map((id) =>
        proof({
          name: id,
          about: `${hypothesisNamed(id).meaning}: the order algebra, over all D > 4 and q >= 3`,
          part: id,
          prove: () => decided(textOf(id), scalingOf({ quantities })),
        }),
      ),
      ...SMALLER.map((id) =>
        proof({
          name: `${id}-open`,
          about: "the same for the family's step and every one smaller by a power of n",
          part: `${id}, smaller steps`,
          prove: () => everySmallerStep(id),
        }),
      ),
      ...NAMES.map((id) =>
        property({
          name: `${id}-numbers`,
          about: "both sides in 30 digits at n = 10^20 to 10^60 are the n^a (log n)^b that the algebra gives them",
          part: id,
          cases: fc.record({
            digits: fc.integer({ min: 20, max: 60 }),
            quarters: fc.integer({ min: 17, max: 40 }),
            q: fc.integer({ min: 3, max: 8 }),
          }),
          violation: (place) => differs(textOf(id), place, quantities),
        }),
      ),
      ...NAMES.map((id) =>
        property({
          name: `${id}-finite`,
          about: "with the constant 1 and without polylogs, at n from 8 to 10^6: what asymptotics hide",
          part: id,
          cases: fc.record({
            n: fc.integer({ min: 8, max: 1e6 }),
            D: fc.double({ min: 4.01, max: 10, noNaN: true }),
            q: fc.integer({ min: 3, max: 6 }),
          }),
          block: 20,
          asymptotic: true,
          violation({ n, D, q }) {
            const { setting, optimizer } = familySetting(n, { D, q });
            const [{ formula, ratio, needs, holds }] = marginsOf([id], valuesOf(setting, optimizer)) as [Margin];
            return holds ? undefined : `n = ${n}, D = ${D}, q = ${q}: ${formula} is ${ratio} in place of ${needs}`;
          },
        }),
      ),
    ],
  });
