import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { dropCounterexamples, setAside } from "../../proofs-check/setAside.ts";
import { newFolder } from "../helpers/newFolder.ts";

let folder: string;

beforeEach(() => {
  folder = newFolder();
});

function made(content: string): void {
  mkdirSync(join(folder, "counterexamples"), { recursive: true });
  for (const name of ["asked.json", "check.json", "check.md", "regressions.ndjson", "counterexamples/a.json"]) {
    writeFileSync(join(folder, name), content);
  }
}

it("moves report and counterexamples, each time into a new folder, and leaves what is remembered", () => {
  expect(setAside(folder)).toBeUndefined();
  writeFileSync(join(folder, "check.json"), "somebody's own");
  expect(setAside(folder)).toBeUndefined();
  made("one");
  expect(setAside(folder)).toBe(join(folder, "earlier-1"));
  expect(existsSync(join(folder, "check.json"))).toBe(false);
  made("two");
  expect(setAside(folder)).toBe(join(folder, "earlier-2"));
  for (const [k, content] of ["one", "two"].entries()) {
    const earlier = join(folder, `earlier-${k + 1}`);
    expect(readFileSync(join(earlier, "counterexamples/a.json"), "utf8")).toBe(content);
    expect(readFileSync(join(earlier, "check.md"), "utf8")).toBe(content);
    expect(existsSync(join(earlier, "regressions.ndjson"))).toBe(false);
  }
});

it("knows a report of which files are packed", () => {
  made("one");
  const packed = join(folder, "check.json.gz");
  renameSync(join(folder, "check.json"), packed);
  expect(setAside(folder)).toBe(join(folder, "earlier-1"));
  expect(existsSync(packed)).toBe(false);
  expect(readdirSync(join(folder, "earlier-1")).sort()).toEqual([
    "asked.json",
    "check.json.gz",
    "check.md",
    "counterexamples",
  ]);
});

it("drops the counterexamples of a report that is written over, and of nothing else", () => {
  mkdirSync(join(folder, "counterexamples"));
  writeFileSync(join(folder, "counterexamples/own.json"), "somebody's own");
  dropCounterexamples(folder);
  expect(existsSync(join(folder, "counterexamples/own.json"))).toBe(true);
  made("one");
  dropCounterexamples(folder);
  expect(existsSync(join(folder, "counterexamples"))).toBe(false);
  expect(existsSync(join(folder, "check.json"))).toBe(true);
});
