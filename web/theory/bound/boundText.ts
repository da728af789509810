import { follows } from "../../../src/library/follows.ts";
import { order } from "../../../src/library/order.ts";
import { entailmentText } from "../../../src/report/entailmentText.ts";
import { orderReportText } from "../../../src/report/orderText.ts";

/**
 * What is to be said of a bound: whether it follows from hypotheses, or, without any, how it grows or where it holds in the papers' scaling.
 *
 * @param bound a formula or a statement, as people write it
 * @param given hypotheses, one a line; lines may be empty
 * @returns text, the answer first; "" for no bound
 * @throws InputError, one sentence
 */
export function boundText(bound: string, given: string): string {
  if (bound.trim() === "") return "";
  const hypotheses = given.split("\n").filter((line) => line.trim() !== "");
  return hypotheses.length === 0
    ? orderReportText(order(bound), Infinity, "exponents that are open")
    : entailmentText([follows(bound, { given: hypotheses })]);
}
