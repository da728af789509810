import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { setAside } from "../../proofs-check/setAside.ts";
import { newFolder } from "../helpers/newFolder.ts";

it("moves report and counterexamples, each time into a new folder, and leaves what is remembered", () => {
  const folder = newFolder();
  const made = (content: string) => {
    mkdirSync(join(folder, "counterexamples"), { recursive: true });
    for (const name of ["asked.json", "check.json", "check.md", "regressions.ndjson", "counterexamples/a.json"]) {
      writeFileSync(join(folder, name), content);
    }
  };
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
