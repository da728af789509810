import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import { monomial, multiply, NOTHING, ONE, type Order, raise } from "../../../src/bounds/order/order.ts";
import { constant } from "../../../src/bounds/order/polynomial.ts";
import { RELATIONS } from "../../../src/bounds/order/relations.ts";

/** Those that are written with a letter. */
const ASYMPTOTIC = RELATIONS.filter(({ form }) => form === "letter");
/** Those of two quantities; a class has one. */
const OF_TWO = RELATIONS.filter(({ form }) => form !== "class");

const rationals = fc.constantFrom("-2", "-1/2", "0", "1/3", "1/2", "1").map((text) => constant(new Fraction(text)));
const monomials = fc.tuple(rationals, rationals).map(([n, log]) => monomial(n, log));
const orders: fc.Arbitrary<Order> = fc.oneof(
  { arbitrary: monomials, weight: 9 },
  { arbitrary: fc.constant(NOTHING), weight: 1 },
);

const holds = (f: Order, name: string, g: Order): boolean => {
  const region = RELATIONS.find((relation) => relation.name === name)?.region(f, g);
  // Numbers are compared at once, so that nothing is left to depend on.
  expect([[[]], []]).toContainEqual(region);
  return region?.length === 1;
};

describe("RELATIONS between orders with numbers as exponents", () => {
  test.prop([monomials, monomials])("say exactly one of o, Theta, omega, with and without ~", (f, g) => {
    for (const tilde of ["", "~"]) {
      expect(["o", "Theta", "omega"].filter((name) => holds(f, name + tilde, g))).toHaveLength(1);
    }
  });

  test.prop([orders, orders])("have < as o: from some n on, whatever the constants", (f, g) => {
    expect(holds(f, "<", g)).toBe(holds(f, "o", g));
    // Orders tell no <= from <.
    expect(holds(f, "<=", g)).toBe(holds(f, "o", g));
    expect([holds(f, ">", g), holds(f, ">=", g)]).toEqual([holds(f, "omega", g), holds(f, "omega", g)]);
  });

  test.prop([monomials, orders])("have polylog as Theta~(1) and poly as omega~(1), whatever the right side", (f, g) => {
    expect(holds(f, "polylog", g)).toBe(holds(f, "Theta~", ONE));
    expect(holds(f, "poly", g)).toBe(holds(f, "omega~", ONE));
  });

  test.prop([orders, orders])("are the other way round for g and f", (f, g) => {
    for (const tilde of ["", "~"]) {
      expect(holds(f, `o${tilde}`, g)).toBe(holds(g, `omega${tilde}`, f));
      expect(holds(f, `O${tilde}`, g)).toBe(holds(g, `Omega${tilde}`, f));
      expect(holds(f, `Theta${tilde}`, g)).toBe(holds(g, `Theta${tilde}`, f));
    }
  });

  test.prop([orders, orders])("have O = o or Theta, Theta = O and Omega; o~ implies o, and O implies O~", (f, g) => {
    for (const tilde of ["", "~"]) {
      expect(holds(f, `O${tilde}`, g)).toBe(holds(f, `o${tilde}`, g) || holds(f, `Theta${tilde}`, g));
      expect(holds(f, `Theta${tilde}`, g)).toBe(holds(f, `O${tilde}`, g) && holds(f, `Omega${tilde}`, g));
    }
    if (holds(f, "o~", g)) expect(holds(f, "o", g)).toBe(true);
    if (holds(f, "O", g)) expect(holds(f, "O~", g)).toBe(true);
  });

  test.prop([orders, orders, orders])("are transitive, and o passes through O", (f, g, h) => {
    for (const { name } of OF_TWO) {
      if (holds(f, name, g) && holds(g, name, h)) expect(holds(f, name, h)).toBe(true);
    }
    if (holds(f, "o", g) && holds(g, "O", h)) expect(holds(f, "o", h)).toBe(true);
  });

  test.prop([monomials, monomials, monomials])("survive a common factor, and turn around with 1/f", (f, g, factor) => {
    const inverse = (order: typeof f) => raise(order, constant(-1)) as Order;
    for (const { name } of OF_TWO)
      expect(holds(multiply(f, factor), name, multiply(g, factor))).toBe(holds(f, name, g));
    expect(holds(inverse(f), "omega", inverse(g))).toBe(holds(f, "o", g));
  });

  it.each<[string, string, boolean, boolean]>([
    // n^1 against n^1 log n, relation by relation without and with ~: powers of log n are forgotten by the tilde.
    ["o", "o~", true, false],
    ["O", "O~", true, true],
    ["Theta", "Theta~", false, true],
    ["Omega", "Omega~", false, true],
    ["omega", "omega~", false, false],
  ])("n = %s(n log n)", (plain, tilde, first, second) => {
    const [n, nLog] = [monomial(constant(1), constant(0)), monomial(constant(1), constant(1))];
    expect([holds(n, plain, nLog), holds(n, tilde, nLog)]).toEqual([first, second]);
  });

  it("put the number 0 below all else, and beside itself", () => {
    const one = monomial(constant(0), constant(0));
    expect(ASYMPTOTIC.filter(({ name }) => holds(NOTHING, name, one)).map(({ name }) => name)).toEqual([
      "o",
      "O",
      "o~",
      "O~",
    ]);
    expect(ASYMPTOTIC.filter(({ name }) => holds(NOTHING, name, NOTHING)).map(({ name }) => name)).toEqual([
      "O",
      "Theta",
      "Omega",
      "O~",
      "Theta~",
      "Omega~",
    ]);
  });
});
