import { describe, expect, test } from "vitest";
import { growthOf } from "../../../src/bounds/growth/growth.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { NAMES, read } from "./names.ts";

/** A function of itself, k times over. */
function nest(of: (inner: string) => string, k: number, seed = "n"): string {
  let text = seed;
  for (let i = 0; i < k; i++) text = of(text);
  return text;
}

/** The order, or why there is none. */
function answer(text: string): string {
  try {
    return growthOf(read(text), NAMES).leading;
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
}

const many = (count: number, of: (k: number) => string, sign: string) =>
  Array.from({ length: count }, (_, k) => of(k + 2)).join(sign);

/** What is there to take for ever: each is answered or refused by bounds on terms, elements, digits and depth. */
const HOSTILE: readonly (readonly [text: string, answer: RegExp])[] = [
  [nest((x) => `exp(${x})`, 40), /^exp\(exp\(/],
  [nest((x) => `exp(${x})`, 45), /at most 40 exponentials/],
  [nest((x) => `log(${x})`, 11), /^(log ){11}n$/],
  [nest((x) => `log(${x})`, 40), /must have at most 12 logs in one another/],
  [nest((x) => `factorial(${x})`, 40), /by a moderate number of terms, but needs more/],
  [nest((x) => `sqrt(n+${x})`, 30), /^n\^\(1\/2\)$/],
  [nest((x) => `(${x})^n`, 40), /^n\^\(n\^40\)$/],
  [many(400, () => "n", "^"), /at most 40 exponentials/],
  [many(300, () => "2", "^"), /must have constants of a size that can be written down/],
  ["2^2^2^2^2^n", /^2\^\(2\^\(2\^\(2\^\(2\^n\)\)\)\)$/],
  ["n^(1e308)", /^n\^10{308}$/],
  ["(n^1e308)^1e308", /must have an order of at most 500 characters/],
  ["(n+1)^1000-n^1000", /^1000 n\^999$/],
  ["(1+1/n)^1e300", /^1$/],
  [many(60, (k) => `n^(1/${k})`, "+"), /^n\^\(1\/2\)$/],
  [`exp(${many(40, (k) => `n^(1/${k})`, "+")})`, /^exp\(n\^\(1\/2\) \+ n\^\(1\/3\) \+ n\^\(1\/4\) \+ \.\.\.\)$/],
  [many(50, (k) => `exp(n^(1/${k}))`, "*"), /at most 40 exponentials/],
  [nest((x) => `log(1+exp(${x}))`, 20), /by a moderate number of terms, but needs more/],
  [nest((x) => `binomial(2*${x},${x})`, 4), /by a moderate number of terms, but needs more/],
  [nest((x) => `exp(log(n)*${x})`, 12, "log(n)"), /^n\^\(n\^/],
  ["(exp(1)+log(2)+sqrt(3)+log(3)+sqrt(5))^40*n-n", /must have constants of a size that can be written down/],
  ["exp(1e300)*n", /^e\^10{300} n$/],
  ["factorial(factorial(factorial(n)))", /must have an order of at most 500 characters/],
];

describe("what would run for ever", () => {
  test.each(HOSTILE)("%s is answered or refused", (text, expected) => {
    expect(answer(text)).toMatch(expected);
  });
});

describe("what cancels", () => {
  test.each([
    ["1/(1-1/log(n))-log(n)/(log(n)-1)", "0"],
    ["(n^2-1)/(n-1)-n-1", "0"],
    ["exp(n)/exp(n+1)-exp(-1)", "0"],
    ["sqrt(2)*sqrt(3)-sqrt(6)", "0"],
    ["log(exp(n)+1)-n-log(1+exp(-n))", "0"],
    ["factorial(n+1)-n*factorial(n)-factorial(n)", "0"],
    ["factorial(n)-n*factorial(n-1)", "0"],
    ["1/sqrt(2)-sqrt(2)/2", "0"],
    ["(1+1/n)^(1/3)*(1+1/n)^(2/3)-1-1/n", "0"],
    ["n*(exp(1/log(n)+1/n)-exp(1/log(n)))", "1"],
    ["1/(1+sqrt(2))-sqrt(2)+1", "0"],
    ["log(6)-log(2)-log(3)", "0"],
  ])("%s is %s", (text, expected) => {
    expect(growthOf(read(text), NAMES).leading).toBe(expected);
  });

  test.each([
    ["sqrt(n^2+2*n+1)-n-1", /its first 32 terms cancel and the rest may/],
    ["exp(1/(n^2+n))-exp(1/n-1/(n+1))", /its first 32 terms cancel and the rest may/],
    ["sqrt(5+2*sqrt(6))-sqrt(2)-sqrt(3)", /must have constants whose sign can be told/],
  ])("%s is refused, as its being 0 is not seen", (text, message) => {
    expect(answer(text)).toMatch(message);
  });
});

describe("what is not defined", () => {
  test.each([
    ["factorial(1001)", /must take factorials of what tends to infinity and of whole numbers up to 1000/],
    ["factorial(-1)", /must take factorials/],
    ["factorial(1/2)", /must take factorials/],
    ["factorial(1/n)", /must take factorials/],
    ["binomial(n,1/2)", /must take binomials whose lower index and its complement are small whole numbers or tend/],
    ["binomial(n,n+5)", /must take binomials/],
    ["log(-n)", /must take logs of what is positive/],
    ["log(0*n)", /must take logs of what is positive/],
    ["sqrt(1-n)", /must take roots of what is positive/],
    ["0^n", /must take logs of what is positive/],
    ["1/(n-n)", /must not divide by 0/],
    ["log(O(1))", /must not ask for more than its o and O terms leave known/],
    ["1/O(n)", /must not ask for more/],
    ["O(n)^(1/2)", /must not ask for more/],
    ["exp(exp(o(1)*log(n)))", /must not ask for more/],
    ["factorial(n^(1+o(1)))", /must not ask for more/],
  ])("%s is refused", (text, message) => {
    expect(answer(text)).toMatch(message);
  });

  test.each([
    ["(1-n)^3", "-n^3"],
    ["n^0", "1"],
    ["min(n,-n)", "-n"],
    ["factorial(5)/binomial(5,2)", "12"],
    ["binomial(log(n),3)", "1/6 (log n)^3"],
    ["exp(o(n))", "exp(o(n))"],
    ["n^O(1)", "exp(O(log n))"],
    ["factorial(n+O(1))", "exp(n log n - n + O(log n))"],
    ["1/(1+o(1))", "1"],
    ["-log(n)^2*exp(2)", "-e^2 (log n)^2"],
    ["(3/2)^n", "(3/2)^n"],
    ["(log(2)+1)*n", "(log(2) + 1) n"],
    ["n^sqrt(2)", "n^(sqrt(2))"],
    ["n^log(log(n))", "n^(log log n)"],
    ["log(n)^n", "(log n)^n"],
    ["exp(n/2)", "exp(1/2 n)"],
    ["exp(log(n)^2)", "exp((log n)^2)"],
    ["exp(sqrt(log(n)))", "exp((log n)^(1/2))"],
    ["exp(1+n/(1-1/log(n)))", "e exp(n + n (log n)^(-1) + n (log n)^(-2) + ...)"],
    ["exp(n/(1-1/log(n)))", "exp(n + n (log n)^(-1) + n (log n)^(-2) + ...)"],
  ])("%s ~ %s", (text, expected) => {
    expect(growthOf(read(text), NAMES).leading).toBe(expected);
  });
});
