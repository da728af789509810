import type { BoxStatement } from "../statement.ts";

/** The least lambda at which a state is looked for, by q. */
const FROM: Readonly<Record<number, number>> = { 3: 0.5, 4: 1, 5: 1 };

/** Powers that are looked at. */
export const POWERS: readonly number[] = Object.keys(FROM).map(Number);

/**
 * AdamW's feature grows at u = (q-2)/((q-1) lambda), signal alone.
 *
 *   g(u) = p q u^(q-1)/(1 + e^(M u^q)),  at rest g/(g + eps) = lambda u:   f(u) = p q u^(q-2) (1 - lambda u) - lambda eps (1 + e^(M u^q)) > 0 between
 *
 * with M neurons of a class of share p. f < 0 near 0 and at 1/lambda, so that it is 0 below and above that u.
 */
const steadyState = (q: number): BoxStatement => {
  const u = `(${q - 2}/(${q - 1}*lambda))`;
  return {
    name: `steadyState${q}`,
    says: `at q = ${q}, lambda in [${FROM[q]}, 8], a class's share in [1/4, 3/4], up to 16 neurons and eps <= 2^-26 AdamW's feature grows at u = ${q - 2}/(${q - 1} lambda)`,
    box: { lambda: [FROM[q] as number, 8], p: [0.25, 0.75], M: [1, 16], eps: [0, 2 ** -26] },
    above: [`${q}*p*${u}^${q - 2}/${q - 1} - lambda*eps*(1 + exp(M*${u}^${q}))`],
  };
};

export const steadyStates: readonly BoxStatement[] = POWERS.map(steadyState);
