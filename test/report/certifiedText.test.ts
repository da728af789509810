import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { expect } from "vitest";
import { certify } from "../../src/certified/certify.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { exactDecimal } from "../../src/interval/exactDecimal.ts";
import { certifiedText, intervalText } from "../../src/report/certifiedText.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

test.prop([finite, finite])("what is shown of an interval holds it", (a, b) => {
  const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
  const text = intervalText({ lo, hi });
  const [below, above] = text.startsWith("[") ? text.slice(1, -1).split(", ") : [text, text];
  expect(new Decimal(exactDecimal(lo)).gte(below as string)).toBe(true);
  expect(new Decimal(exactDecimal(hi)).lte(above as string)).toBe(true);
});

test("an infinite end is no number", () => {
  expect(intervalText({ lo: 1, hi: Infinity })).toBe("[1, Infinity]");
  expect(intervalText({ lo: -Infinity, hi: Infinity })).toBe("[-Infinity, Infinity]");
});

test("what was interrupted is not called decided", () => {
  const run = parseDynamics({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3 });
  const legs = certify(run, { arithmetic: "binary", digits: 40, until: ["margins"] });
  legs.next();
  const { value: result, done } = legs.next(true);
  expect(done).toBe(true);
  if (!done) return;
  expect(result.tried).toEqual([{ precision: "doubles", interrupted: true }]);
  const text = certifiedText(result);
  expect(text).toContain("Not decided, since it was interrupted: margins.");
  expect(text).not.toMatch(/: decided|^Decided/m);
});
