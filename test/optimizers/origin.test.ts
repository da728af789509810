import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { isOrigin, plainName } from "../../src/optimizers/origin.ts";

const sha256 = "0a".repeat(32);

test.prop([fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 300 })])(
  "a plain name is one that an origin may have, no longer than asked, and itself again",
  (file, most) => {
    const name = plainName(file, most);
    expect([...name].length).toBeLessThanOrEqual(most);
    expect(plainName(name, most)).toBe(name);
    expect(isOrigin({ file: plainName(file), sha256 })).toBe(true);
    // What is refused has control characters, or is too long.
    expect(isOrigin({ file, sha256 })).toBe(!/\p{Cc}/u.test(file) && [...file].length <= 255);
  },
);

it.each([null, "own.ts", { file: "own.ts" }, { file: 1, sha256 }, { file: "own.ts", sha256: sha256.toUpperCase() }])(
  "%j is no origin",
  (value) => {
    expect(isOrigin(value)).toBe(false);
  },
);
