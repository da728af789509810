import { describe, expect, it } from "vitest";
import { decide } from "../../../src/bounds/order/decide.ts";
import { monomial, type Order } from "../../../src/bounds/order/order.ts";
import { RELATIONS } from "../../../src/bounds/order/relations.ts";
import { exponent } from "./arbitrary.ts";

const order = (n: string, log = "0"): Order => monomial(exponent(n), exponent(log));
const decided = (left: Order, name: string, right: Order) => {
  const relation = RELATIONS.find((candidate) => candidate.name === name) as (typeof RELATIONS)[number];
  const { verdict, regionText, reason } = decide(left, relation, right);
  return [verdict, regionText, reason];
};

describe("decide", () => {
  it.each([
    // The inequality is that of the exponents over the whole domain, D > 4, q >= 3, 0 <= beta <= 1, l >= 0.
    [order("4"), "o", order("D"), ["holds", "everywhere", "exponents of n: 4 < D"]],
    [order("D"), "O", order("4"), ["fails", "nowhere", "exponents of n: D > 4"]],
    [order("3"), "O", order("q"), ["holds", "everywhere", "exponents of n: 3 <= q; of log n: 0 = 0"]],
    [order("3"), "o", order("q"), ["depends", "q > 3", "exponents of n: 3 <= q; of log n: 0 = 0"]],
    [order("3"), "o", order("q", "1"), ["holds", "everywhere", "exponents of n: 3 <= q; of log n: 0 < 1"]],
    [order("beta"), "Theta", order("1"), ["depends", "beta = 1", "exponents of n: beta <= 1; of log n: 0 = 0"]],
    [order("1"), "o", order("1", "l"), ["depends", "l > 0", "exponents of n: 1 = 1; of log n: 0 <= l"]],
    [order("l"), "omega", order("1"), ["depends", "l > 1", "exponents of n: l against 1; of log n: 0 = 0"]],
    [
      order("beta", "l"),
      "o",
      order("1", "1"),
      ["depends", "(beta < 1) or (beta = 1 and l < 1)", "exponents of n: beta <= 1; of log n: l against 1"],
    ],
    // Powers of log n are no reason where the tilde forgets them.
    [order("1", "2"), "O~", order("1"), ["holds", "everywhere", "exponents of n: 1 = 1"]],
    [order("beta", "2"), "O~", order("1"), ["holds", "everywhere", "exponents of n: beta <= 1"]],
  ])("%# is the verdict with its inequality", (left, name, right, expected) => {
    expect(decided(left, name, right)).toEqual(expected);
  });
});
