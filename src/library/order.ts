import { analyse, compareFormulas, type OrderReport, type StatementReport } from "../bounds/order/analyse.ts";
import { scalingOf } from "../bounds/order/scalingOf.ts";
import { InputError } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { BY_NAME, textsOf } from "./fields.ts";
import { checked, text } from "./options.ts";

/** How the symbols grow, and what is compared. */
export interface OrderOptions {
  /** Decides every relation of the bounds, formulas, to this one. */
  readonly compare?: string | undefined;
  /** Exponents that get a value: { D: 6, beta: "1/2" }; the others stay symbolic. */
  readonly set?: Readonly<Record<string, string | number>> | undefined;
  /** Quantities that are new or grow otherwise: { T: "n^2/eta" }. */
  readonly define?: Readonly<Record<string, string | number>> | undefined;
}

const schema = z.strictObject({ compare: text(), set: BY_NAME, define: BY_NAME });

/**
 * How formulas grow with n, and where statements about them hold.
 *
 * @param bounds a formula or a statement, or several: "sigma0^(q-2)", "lambda = o(sigma0^(q-2)*sigmaP/n)"
 * @param options exponents, quantities, a formula to compare with
 * @returns of a formula its order, beyond n^a (log n)^b with its leading term; of a statement its verdict, the region of exponents where it holds, and the reason
 * @throws InputError, one sentence with the position
 * Source: ours, under the scaling of docs/theory.md 3.
 * @example
 * const [bound] = order("lambda = o(sigma0^(q-2))", { set: { D: 6, q: 3, l: 2 } })
 * bound.verdict // => "holds"
 * order("sqrt(n+1) + sqrt(n-1) - 2 sqrt(n)")[0].leading // => "-1/4 n^(-3/2)"
 */
export function order(
  bounds: string | readonly string[],
  options: OrderOptions = {},
): (OrderReport | StatementReport)[] {
  const { compare, set, define } = checked(schema, options, "order's options");
  const list = [bounds].flat();
  if (list.length === 0 || list.some((bound) => typeof bound !== "string")) {
    throw new InputError("order must be given a bound or several, each a text, but has none; add one");
  }
  const scaling = scalingOf({ exponents: textsOf(set), quantities: textsOf(define) });
  return list.flatMap((bound) =>
    compare === undefined ? [analyse(bound, scaling)] : compareFormulas(bound, compare, scaling),
  );
}
