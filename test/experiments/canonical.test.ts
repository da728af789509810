import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { canonical } from "../../src/experiments/canonical.ts";

const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, turned(inner)]),
        )
      : value;

describe("canonical", () => {
  test.prop([fc.jsonValue()])("is JSON of the value, whatever the order of its keys", (value) => {
    expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    expect(canonical(turned(value))).toBe(canonical(value));
  });

  test.prop([fc.jsonValue(), fc.jsonValue()])("tells values apart", (a, b) => {
    if (canonical(a) === canonical(b)) expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)));
  });
});
