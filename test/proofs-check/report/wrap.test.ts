import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { wrap } from "../../../proofs-check/report/wrap.ts";
import { shortNumbers } from "../../../proofs-check/shortNumbers.ts";

const word = fc.stringMatching(/^[!-~]{1,60}$/);

test.prop([fc.array(word, { minLength: 1 }), fc.nat({ max: 10 })])(
  "keeps every word in order, on lines of 80 columns",
  (words, by) => {
    const lines = wrap(words.join(" "), by).split("\n");
    expect(lines.flatMap((line) => line.slice(by).split(" "))).toEqual(words);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    for (const line of lines) expect(line.slice(0, by)).toBe(" ".repeat(by));
  },
);

test.prop([fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Number.isInteger(x))])(
  "a decimal keeps five digits, and so is within 5e-5 of itself",
  (x) => {
    const short = shortNumbers(`x = ${x}.`);
    const value = Number(short.slice(4, -1));
    // Half a unit in the fifth digit is at most 0.5e-4 of the number; doubles near 5e-324 have fewer digits than five.
    expect(Math.abs(value - x)).toBeLessThanOrEqual(5e-5 * Math.abs(x) + 5e-324);
    expect(short.length).toBeLessThanOrEqual(`x = ${x}.`.length);
  },
);

test.prop([fc.bigInt({ min: 0n })])("an integer is left as it is", (n) => {
  expect(shortNumbers(`${n} of ${n}`)).toBe(`${n} of ${n}`);
});
