import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadClaims } from "../../../src/library/load/loadClaims.ts";
import { checked } from "../../helpers/checked.ts";
import { newFolder } from "../../helpers/newFolder.ts";

function fileOf(text: string, name = "lemma.ts"): string {
  const path = join(newFolder(), name);
  writeFileSync(path, text);
  return path;
}

const SQUARES = `
import { defineClaim, property } from "adamcheck";
import fc from "fast-check";
import { bound } from "./bound.ts";
const violation = (x: number): string | undefined => (x * x >= bound ? undefined : String(x));
export default defineClaim({
  id: "squares", kind: "identity", statement: "squares are not negative",
  checks: [property({ name: "integers", about: "x^2 >= 0", cases: fc.integer(), violation })],
});`;

describe("loadClaims", () => {
  it("loads TypeScript with imports of its own, wherever it lies", async () => {
    const path = fileOf(SQUARES);
    writeFileSync(join(path, "../bound.ts"), "export const bound: number = 0;");
    const [claim] = await loadClaims(path);
    expect(await checked(claim as NonNullable<typeof claim>, { cases: 2 })).toMatchObject({
      id: "squares",
      verdict: "holds",
    });
  });

  it.each(["lemma.js", "lemma.mjs"])("loads %s", async (name) => {
    const path = fileOf(SQUARES.replace(": number): string | undefined", ")").replace("bound.ts", "bound.js"), name);
    writeFileSync(join(path, "../bound.js"), "export const bound = 0;");
    expect((await loadClaims(path)).map(({ id }) => id)).toEqual(["squares"]);
  });

  it("loads a list of claims", async () => {
    const one =
      '{ id: "a", kind: "rate", statement: "s", checks: [proof({ name: "p", about: "", prove: () => ({}) })] }';
    const path = fileOf(`import { proof } from "adamcheck"; export default [${one}, ${one.replace('"a"', '"b"')}];`);
    expect((await loadClaims(path)).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("names the file that has the error, where one is imported", async () => {
    const path = fileOf('import { bound } from "./bound.ts";\nexport default bound;');
    writeFileSync(join(dirname(path), "bound.ts"), "const a = 1;\nconst b = {,};\nexport const bound = a;");
    await expect(loadClaims(path)).rejects.toThrow(
      /bound\.ts:2 must be code that runs, but column \d+ has a syntax error/,
    );
  });

  it.each([
    ["", /must export a claim as its default, but exports none/],
    ["export default [];", /must export a claim as its default, but exports none/],
    ["export default 3;", /must export claims, but its default export is 3/],
    ['export default { id: "a b" };', /id must be letters, digits, dots and hyphens, but is "a b"/],
    [
      "export default 1;;\nconst x = {\n  a: 1,,\n};",
      /lemma\.ts:3 must be code that runs, but column 7 has a syntax error \(Unexpected token\)/,
    ],
    ['const a = 1;\nthrow new Error("oh");', /lemma\.ts:2 must be code that runs, but failed with "oh"/],
    [
      "export default Promise.resolve(3);",
      /must export claims, but its default export is a promise; make it with defineClaim/,
    ],
    [
      'import { frequency } from "adamcheck";\n\nfrequency({ name: "f", about: "", claimed: [0.9, 0.1], outcome: () => true });',
      /lemma\.ts:3: claimed of frequency f must be two shares from 0 to 1, the lower one first, but is \[0\.9,0\.1\]/,
    ],
    ['import "nowhere-at-all";', /must be code that runs, but failed with/],
    ['import { nothing } from "adamcheck"; export default nothing;', /exports none/],
  ])("refuses %j in a sentence", async (text, sentence) => {
    await expect(loadClaims(fileOf(text))).rejects.toThrow(sentence);
  });

  it("says that a folder is none", async () => {
    await expect(loadClaims(newFolder())).rejects.toThrow(
      /must be a file with code, but is none; name the file itself/,
    );
  });

  it("says that a file is missing", async () => {
    await expect(loadClaims("/nowhere/lemma.ts")).rejects.toThrow(
      "/nowhere/lemma.ts must be a file with code, but is missing; check its name",
    );
  });
});
