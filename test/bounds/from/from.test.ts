import { describe, expect, it } from "vitest";
import { from } from "../../../src/bounds/from/from.ts";

describe("from", () => {
  it.each([
    "log(n)^3 <= n",
    "9 sqrt(n) log n <= n/10",
    "log log n <= n",
    "n <= n",
    "2n <= n",
    "n log n <= n^2/100",
    "exp(sqrt(log n)) <= n",
    "log n <= n^(1/10)",
    "n^2 + n log n <= 2 n^2",
    "n - log n >= n/2",
    "log(n)^3 <= n*B",
    "eta*n <= 1/log n",
    "n log n <= d",
    "sqrt(n+1) - sqrt(n) <= 1/sqrt n",
    "n^(1/100) >= log(n)^10",
    "n <= max(log(n)^4, n/2)",
  ])("%s", (text) => {
    const t0 = performance.now();
    console.log(JSON.stringify(from(text)), performance.now() - t0);
  });
});
