import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const SOURCE = new URL("../../", import.meta.url);
const ROOMS = ["src", "proofs-check", "web"];
/** A floor under what is found, so that a change of format cannot silently switch these tests off. */
const LEAST = 20;

interface Example {
  readonly file: string;
  readonly place: string;
  readonly lines: readonly string[];
}

/** The blocks that follow `@example` in the docstrings of a file, up to the next tag or the end of the docstring. */
function examplesOf(file: string): Example[] {
  const text = readFileSync(new URL(file, SOURCE), "utf8");
  const docstrings = text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return docstrings.flatMap((docstring) =>
    docstring
      .slice(0, -2)
      .split("@example")
      .slice(1)
      .map((block, k) => {
        const lines = block.split("\n").map((line) => line.replace(/^\s*\*? ?/, ""));
        const end = lines.findIndex((line) => /^@|^Source:/.test(line));
        const code = lines.slice(0, end < 0 ? lines.length : end).filter((line) => line.trim() !== "");
        return { file, place: `${file}: ${code.at(-1) ?? "(empty)"}${k > 0 ? ` (${k + 1})` : ""}`, lines: code };
      }),
  );
}

type Check = (actual: unknown, expected: unknown) => void;

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

type Module = Record<string, unknown>;

const load = async (file: string) => (await import(/* @vite-ignore */ new URL(file, SOURCE).pathname)) as Module;

/** Folders of formulas: the examples of their files need what the others export. */
const ALGEBRA = ["src/bounds/order/", "src/bounds/entailment/", "src/optimizers/formula/"];

/** Turns lines `expression // => expected` into checks and runs them, with the module's exports in scope. */
async function run({ file, lines }: Example): Promise<number> {
  const folder = ALGEBRA.find((one) => file.startsWith(one));
  const beside = folder === undefined ? [] : files.filter((other) => other.startsWith(folder));
  const module: Module = Object.assign({ fc }, ...(await Promise.all([...beside, file].map(load))));
  const names = Object.keys(module).filter((name) => name !== "default");
  let checked = 0;
  const check: Check = (actual, expected) => {
    expect(actual).toEqual(expected);
    checked++;
  };
  const body = lines.map((line) => {
    const [code, expected] = line.split("// =>") as [string, string | undefined];
    return expected === undefined ? code : `;__check((${code}), (${expected}));`;
  });
  // In a block of its own, where an example may use names that the module has, too.
  const example = new AsyncFunction("__check", ...names, `"use strict";\n{\n${body.join("\n")}\n}`);
  await example(check, ...names.map((name) => module[name]));
  return checked;
}

const files = ROOMS.flatMap((room) =>
  (readdirSync(new URL(room, SOURCE), { recursive: true }) as string[]).map((file) => `${room}/${file}`),
)
  .filter((file) => file.endsWith(".ts"))
  .sort();
const examples = files.flatMap(examplesOf);

describe("the examples in docstrings", () => {
  test("are found", () => {
    expect(examples.length).toBeGreaterThanOrEqual(LEAST);
  });

  test.each(examples.map((example) => [example.place, example] as const))("%s", async (_, example) => {
    const promised = example.lines.filter((line) => line.includes("// =>")).length;
    expect(promised, "every example claims something").toBeGreaterThan(0);
    expect(await run(example)).toBe(promised);
  });
});
