import { execFileSync } from "node:child_process";
import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { shell } from "../../src/setting/shell.ts";

/** What a shell makes of a line: the words, each ended by a NUL. */
const readBack = (line: string): string[] =>
  execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" })
    .split("\0")
    .slice(0, -1);

/** No NUL, which no word of a command can hold, and whole characters only, since the pipe is UTF-8. */
const word = fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !text.includes("\0"));

test.prop([fc.array(word, { minLength: 1, maxLength: 5 })], { numRuns: 50 })(
  "a shell reads the words back",
  (words) => {
    expect(readBack(shell(words))).toEqual(words);
  },
);

it("leaves simple words as they are", () => {
  const words = ["adamcheck", "figure", "phase", "--from", "../runs-1/a_b.c,d=e:f@g+h%i"];
  expect(shell(words)).toBe(words.join(" "));
});
