import { describe, expect, it } from "vitest";
import { boxStep } from "../../../proofs-check/boxes/boxStep.ts";
import { type Certificate, certificateText, keptCertificate } from "../../../proofs-check/boxes/certificate.ts";
import { recheck } from "../../../proofs-check/boxes/checker/recheck.ts";
import { coverOf } from "../../../proofs-check/boxes/cover.ts";
import { BOX_STATEMENTS } from "../../../proofs-check/boxes/registry.ts";
import type { BoxStatement } from "../../../proofs-check/boxes/statement.ts";

/** Every number of a value, each changed a little, one at a time. */
function* changed(value: unknown): Generator<unknown> {
  if (typeof value === "number") {
    for (const by of [1, -1, 0.5, value + 1]) yield value + by;
    return;
  }
  if (typeof value === "string") {
    // A number that stands in a formula.
    for (const { index, 0: digit } of value.matchAll(/(?<![\w.])\d/g))
      yield value.slice(0, index) + ((Number(digit) + 1) % 10) + value.slice(index + 1);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const other of changed(part))
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
}

describe.each(BOX_STATEMENTS.map((statement) => [statement.name, statement] as const))("%s", (name, statement) => {
  const kept = keptCertificate(name) as Certificate;

  it("is proved by its certificate", () => {
    expect(recheck(kept, statement)).toBeUndefined();
    expect(boxStep(statement)).toMatchObject({ true: true });
  });

  it("has the certificate that the search finds", () => {
    expect(certificateText(coverOf(statement) as Certificate)).toBe(certificateText(kept));
  });

  it("is refused with any one number changed", () => {
    let tried = 0;
    for (const other of changed(kept)) {
      tried++;
      expect(recheck(other, statement), JSON.stringify(other).slice(0, 400)).toBeTypeOf("string");
    }
    expect(tried).toBeGreaterThan(10);
  });

  it("is refused with a box left out, or twice", () => {
    const { leaves } = kept;
    expect(recheck({ ...kept, leaves: leaves.slice(1) }, statement)).toMatch("do not fill");
    expect(recheck({ ...kept, leaves: [...leaves, leaves[0]] }, statement)).toMatch("do not fill");
  });
});

describe("what is false", () => {
  const statement = (above: string): BoxStatement => ({
    name: "none",
    says: "nothing",
    box: { x: [-1, 1] },
    above: [above],
  });
  const whole = (above: string) => ({
    statement: "none",
    box: { x: [-1, 1] },
    above: [above],
    depth: 0,
    leaves: [[0, 1]],
  });

  it.each(["x", "x^2", "x^2 - 1/1000000", "exp(x) - 1"])("%s > 0 is not found", (above) => {
    expect(coverOf(statement(above), 500)).toBeUndefined();
  });

  it.each(["x", "x^2", "exp(x) - 1/2", "1/x", "1/(1 + y)", "x +", "x^x", "exp(1000000*x)"])(
    "%s > 0 is refused",
    (above) => {
      expect(recheck(whole(above), statement(above))).toBeTypeOf("string");
    },
  );

  it("another kind of value is refused", () => {
    for (const given of [undefined, null, 1, "x", [], {}, { ...whole("2 + x"), more: 1 }])
      expect(recheck(given, statement("2 + x"))).toBeTypeOf("string");
    expect(recheck(whole("2 + x"), statement("2 + x"))).toBeUndefined();
  });

  it("a step says why", () => {
    expect(boxStep(statement("2 + x"), { ...whole("2 + x"), depth: 1 })).toEqual({
      says: "a certificate shows that nothing (none.json is refused: its boxes do not fill the box, or overlap)",
      true: false,
    });
  });
});
