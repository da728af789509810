import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { expect } from "vitest";
import { exactDecimal } from "../../src/interval/exactDecimal.ts";
import { intervalText } from "../../src/report/certifiedText.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

test.prop([finite, finite])("what is shown of an interval holds it", (a, b) => {
  const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
  const text = intervalText({ lo, hi });
  const [below, above] = text.startsWith("[") ? text.slice(1, -1).split(", ") : [text, text];
  expect(new Decimal(exactDecimal(lo)).gte(below as string)).toBe(true);
  expect(new Decimal(exactDecimal(hi)).lte(above as string)).toBe(true);
});
