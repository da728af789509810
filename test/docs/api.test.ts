import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as library from "../../src/index.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

interface Exported {
  readonly name: string;
  /** The docstring in front of its declaration, without stars. */
  readonly doc: string;
  readonly file: string;
}

/** Whatever src/index.ts names, types too, with what stands before its declaration. */
function exported(): Exported[] {
  const index = readFileSync(`${ROOT}src/index.ts`, "utf8");
  return [...index.matchAll(/^export (?:type )?\{([^}]*)\} from "\.{1,2}\/([^"]+)";/gm)].flatMap(
    ([, names = "", path = ""]) => {
      const file = path.startsWith("proofs-check") ? path : `src/${path}`;
      const text = readFileSync(ROOT + file, "utf8");
      return names.split(",").map((given) => {
        // "Kind as ClaimKind": declared under the first name, public under the second.
        const [own, name = own] = given
          .trim()
          .replace(/^type /, "")
          .split(" as ") as [string, string?];
        const declaration = new RegExp(
          `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n)?export (?:async )?(?:function\\*?|const|class|interface|type) ${own}\\b`,
        ).exec(text);
        if (!declaration) throw new Error(`${name} is not declared in ${file}`);
        return { name, file, doc: (declaration[1] ?? "").replaceAll(/^\s*\* ?/gm, "") };
      });
    },
  );
}

const EXPORTED = exported();
const FUNCTIONS = EXPORTED.filter(
  ({ name }) => typeof Reflect.get(library, name) === "function" && name !== "InputError",
);

/** They take folders, threads, a Redis or minutes, which an example in a docstring cannot have: it names a script or a help that shows them. */
const WITHOUT_EXAMPLE = [
  ...["compareRuns", "explore", "exportRuns", "load", "mergeSweeps", "phase", "previewSweep", "report", "reproduce"],
  ...["runs", "study", "summary", "sweep", "work"],
];

describe("what is public", () => {
  test("is found", () => {
    expect(EXPORTED.length).toBeGreaterThan(100);
    expect(FUNCTIONS.length).toBeGreaterThan(30);
    const values = Object.keys(library).filter((name) => name !== "fc");
    expect(values.filter((name) => !EXPORTED.some((one) => one.name === name))).toEqual([]);
  });

  test("has a docstring, each of it", () => {
    expect(EXPORTED.filter(({ doc }) => doc.trim().length < 12).map(({ name, file }) => `${file}: ${name}`)).toEqual(
      [],
    );
  });

  test.each([
    ["what comes back", /@returns /],
    ["its source", /(^|\n)\s*Source: /],
    ["an example, or where there is one", /@example\n.*\/\/ => |Shown (in examples\/|by `adamcheck )/s],
  ])("says %s, where it is a function", (_, pattern) => {
    const lacking = FUNCTIONS.filter(({ doc }) => !pattern.test(doc));
    expect(lacking.map(({ name, file }) => `${file}: ${name}`)).toEqual([]);
  });

  test("has an example of its own, but for what takes folders or threads", () => {
    const lacking = FUNCTIONS.filter(({ doc }) => !doc.includes("@example"));
    expect(lacking.map(({ name }) => name).sort()).toEqual(WITHOUT_EXAMPLE);
  });

  test("says what each parameter of a function is", () => {
    const lacking = FUNCTIONS.filter(({ name, doc }) => {
      const { length } = Reflect.get(library, name) as { length: number };
      return [...doc.matchAll(/@param /g)].length < length;
    });
    expect(lacking.map(({ name, file }) => `${file}: ${name}`)).toEqual([]);
  });
});
