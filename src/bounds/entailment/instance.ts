import { Fraction } from "../../algebra/mathjs.ts";
import { constant } from "../order/polynomial.ts";
import { type Form, formOf, formText, isNumber, LOG_N, product } from "./form.ts";
import { isLevel, type Size } from "./size.ts";

/** What stands for each level once what is not known of bounds gets a value: a base, and its exponent, which grows or falls with the size of that value. */
const MEANT: Readonly<Record<string, readonly [base: string, grows: "up" | "down" | "not"]>> = {
  anyPower: ["n", "up"],
  n: ["n", "not"],
  smallPower: ["n", "down"],
  anyLog: [LOG_N, "up"],
  log: [LOG_N, "not"],
  smallLog: [LOG_N, "down"],
  anyConstant: ["2", "up"],
  smallConstant: ["2", "down"],
};

/** A size as a product of powers of n, log n and constants; undefined where it is beyond all of them. */
function formAt(size: Size, strength: number, withConstants: boolean): Form | undefined {
  if (size.has("beyond")) return undefined;
  return product(
    ...[...size].flatMap(([key, value]) => {
      const [base, grows] = (isLevel(key) ? MEANT[key] : undefined) ?? [key, "not"];
      const by = grows === "up" ? strength : grows === "down" ? new Fraction(1).div(strength) : 1;
      return isNumber(base) && !withConstants ? [] : [formOf(base, constant(value.mul(by)))];
    }),
  );
}

/** A scaling of names, each as a formula in n. */
export type Instance = Readonly<Record<string, string>>;

/**
 * Sizes as a scaling, with a value for what is not known of bounds.
 *
 * @param sizes of names; those without one are 1
 * @param names that are wanted
 * @param strength how far "any" and "small" are taken: 2 makes any constant 2^2, a small power of n n^(1/2)
 * @param withConstants whether constants are kept, which matter to <= and < alone
 * @returns formulas such as "2*n^(1/2)*log(n)"; undefined where one is beyond powers of n
 */
export function instanceOf(
  sizes: ReadonlyMap<string, Size>,
  names: readonly string[],
  strength: number,
  withConstants: boolean,
): Instance | undefined {
  const forms = names.map((name) => [name, formAt(sizes.get(name) ?? new Map(), strength, withConstants)] as const);
  if (forms.some(([, form]) => form === undefined)) return undefined;
  return Object.fromEntries(forms.map(([name, form]) => [name, formText(form as Form)]));
}
