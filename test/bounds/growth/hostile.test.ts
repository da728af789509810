import { appendFileSync } from "node:fs";
import { test } from "vitest";
import { growthOf } from "../../../src/bounds/growth/growth.ts";
import { NAMES, read } from "./names.ts";

const log = (...a: unknown[]) => appendFileSync("/tmp/h/dev21b.txt", `${a.join(" ")}\n`);
const nest = (f: (x: string) => string, k: number, x = "n") => {
  let r = x;
  for (let i = 0; i < k; i++) r = f(r);
  return r;
};
const list = [
  nest((x) => `exp(${x})`, 40),
  nest((x) => `log(${x})`, 12),
  nest((x) => `log(${x})`, 40),
  nest((x) => `factorial(${x})`, 6),
  nest((x) => `factorial(${x})`, 40),
  nest((x) => `sqrt(n+${x})`, 30),
  nest((x) => `(${x})^n`, 40),
  Array(400).fill("n").join("^"),
  Array(300).fill("2").join("^"),
  "2^2^2^2^2^n",
  "n^(1e308)",
  "(1e308)^n",
  "(n+1)^1000-n^1000",
  "(n+1)^64-n^64",
  "(1+1/n)^1e300",
  "((n+log(n)+log(log(n)))^64-n^64)",
  Array.from({ length: 60 }, (_, k) => `n^(1/${k + 2})`).join("+"),
  "exp(" + Array.from({ length: 40 }, (_, k) => `n^(1/${k + 2})`).join("+") + ")",
  Array.from({ length: 60 }, (_, k) => `exp(n^(1/${k + 2}))`).join("*"),
  "sqrt(n^2+2*n+1)-n-1",
  "1/(1-1/log(n))-log(n)/(log(n)-1)",
  "exp(n)/exp(n+1)-exp(-1)",
  "log(n^2)-2*log(n)",
  "sqrt(2)*sqrt(3)-sqrt(6)",
  "sqrt(5+2*sqrt(6))-sqrt(2)-sqrt(3)",
  "exp(log(n)^2)-n^log(n)",
  "factorial(n+1)-n*factorial(n)-factorial(n)",
  "binomial(n,n/2)-binomial(n,n/2)",
  "log(exp(n)+1)-n-log(1+exp(-n))",
  nest((x) => `log(1+exp(${x}))`, 20),
  nest((x) => `exp(log(n)*${x})`, 12, "log(n)"),
  nest((x) => `(1+1/(${x}))`, 40),
  nest((x) => `binomial(2*${x},${x})`, 4),
  "exp(n/(1-1/log(n)))-exp(n)",
  "exp(exp(exp(n/(1-1/log(n)))))/exp(exp(exp(n+n/log(n))))",
  "n^n^n-n^n^(n-1)",
  "factorial(factorial(factorial(n)))",
  "(exp(1)+log(2)+sqrt(3)+log(3)+sqrt(5))^40*n-n",
  "(n+sqrt(n)+log(n)+1)^(1/7)-n^(1/7)",
  "((1+1/n)^(1/3)*(1+1/n)^(2/3)-1-1/n)",
  "(n^2-1)/(n-1)-n-1",
  "exp(1/(n^2+n))-exp(1/n-1/(n+1))",
  "log(n+1)-log(n)-1/n+1/(2*n^2)-1/(3*n^3)+1/(4*n^4)-1/(5*n^5)+1/(6*n^6)",
  "log(n)^(1e5)",
  "(log(n))^(1/1e5)",
  "exp(1e300)*n",
  "exp(1e17)",
  "factorial(1000)",
  "factorial(1001)",
  "factorial(-1)",
  "factorial(1/2)",
  "binomial(n,1/2)",
  "binomial(n, n+5)",
  "binomial(5,2)",
  "binomial(log(n),3)",
  "factorial(1/n)",
  "log(-n)",
  "sqrt(1-n)",
  "(-2)^n",
  "(1-n)^3",
  "0^n",
  "n^0",
  "log(0*n)",
  "1/(n-n)",
  "min(n,-n)",
  "n*(1+0/n)",
  "exp(o(n))",
  "log(O(1))",
  "n^O(1)",
  "factorial(n+O(1))",
  "binomial(2*n,n+O(1))",
  "O(n)^(1/2)",
  "(O(n))^2",
  "1/O(n)",
  "1/(1+o(1))",
  "log(1+o(1))",
];
test("x", () => {
  for (const t of list) {
    const t0 = performance.now();
    let got: string;
    try {
      got = JSON.stringify(growthOf(read(t), NAMES));
    } catch (e) {
      got = (e as Error).name + (e as Error).message;
    }
    log(Math.round(performance.now() - t0), t.slice(0, 70), "=>", got.slice(0, 300));
  }
});
