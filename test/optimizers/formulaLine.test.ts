import { expect, test } from "vitest";
import { formulaLine } from "../../src/optimizers/formulaLine.ts";

test.each([
  [{ direction: "g" }, "g <- g + lambda*w; w <- w - eta*g"],
  [{ direction: "g + w" }, "g <- g + lambda*w; w <- w - eta*(g + w)"],
  [{ direction: "sign(g)" }, "g <- g + lambda*w; w <- w - eta*sign(g)"],
  [{ direction: "abs(g) + abs(w)" }, "g <- g + lambda*w; w <- w - eta*(abs(g) + abs(w))"],
  [{ memory: { a: "a + g", b: "a" }, step: "eta*a*b" }, "g <- g + lambda*w; a <- a + g; b <- a; w <- w - eta*a*b"],
])("%j", (formulas, line) => {
  expect(formulaLine("coupled", formulas)).toBe(line);
  const kept = line.replace("g <- g + lambda*w; ", "").replace("w <- w -", "w <- (1 - eta*lambda)*w -");
  expect(formulaLine("decoupled", formulas)).toBe(kept);
});
