import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { analyse } from "../../../src/bounds/order/analyse.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { typed } from "./typed.ts";

const OPEN = scalingOf();

describe("a bound as anybody may type it", () => {
  test.prop([typed], { numRuns: 100_000 })("is answered, or refused in one sentence", (text) => {
    try {
      const found = analyse(text, OPEN);
      expect("order" in found || "verdict" in found).toBe(true);
    } catch (error) {
      expect(error, text).toBeInstanceOf(InputError);
      expect((error as Error).message).toMatch(/^[^\n]+; [^\n]+$/);
    }
  });
});
