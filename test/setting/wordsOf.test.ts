import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { shell } from "../../src/setting/shell.ts";
import { wordsOf } from "../../src/setting/wordsOf.ts";

// An empty word is not quoted by `shell`, which is for names.
test.prop([fc.array(fc.string({ minLength: 1, unit: "grapheme" }))])(
  "takes apart what shell puts together",
  (words) => {
    expect(wordsOf(shell(words), "line")).toEqual(words);
  },
);

it.each([
  ["  a  b ", ["a", "b"]],
  ["", []],
  [`a"b c"'d e'f`, ["ab cd ef"]],
  [`"a\\"b" "c\\n" 'd\\'`, [`a"b`, "c\\n", "d\\"]],
  ["a\\ b ''", ["a b", ""]],
  ["$HOME *.py | rm", ["$HOME", "*.py", "|", "rm"]],
])("%j", (line, words) => {
  expect(wordsOf(line, "line")).toEqual(words);
});

it.each(["a 'b", 'a "b', "a\\"])("refuses %j", (line) => {
  expect(() => wordsOf(line, "trainer")).toThrow(/^trainer must close every quote, but is .*; close it$/);
});
