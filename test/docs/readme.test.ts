import { existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { files: string[] };

/** Whether a file is in the package; the last of its patterns that has it decides. npm adds README and LICENSE by itself. */
const packed = (path: string) =>
  files.reduce((found, pattern) => {
    const place = pattern.replace(/^!/, "");
    return `${path}/`.startsWith(`${place}/`) ? !pattern.startsWith("!") : found;
  }, false);

describe("README.md", () => {
  test("is read in three minutes: 700 words at most, code and links counted", () => {
    expect(README.split(/\s+/).filter((word) => word !== "").length).toBeLessThanOrEqual(700);
  });

  test("explains the words that it uses", () => {
    for (const word of ["signal", "noise", "feature", "patch", "level 0", "level 1", "level 2"])
      expect(README).toContain(`**${word}`);
    for (const grade of ["machine-checked", "proved", "certified", "tested", "measured"])
      expect(README).toMatch(new RegExp(`\\*\\*${grade}\\*\\*`, "i"));
  });

  const linked = (pattern: RegExp) => [...README.matchAll(pattern)].map(([, link]) => normalize(link as string));

  test.each(linked(/\]\((?!http)([^)#]+)\)/g))("%s is there, in a checkout and in the package", (path) => {
    expect([existsSync(join(ROOT, path)), packed(path)]).toEqual([true, true]);
  });

  test.each(linked(/(?:src|srcset)="([^"]+)"/g))("%s is there, a picture: pictures are not in the package", (path) => {
    expect([existsSync(join(ROOT, path)), packed(path)]).toEqual([true, false]);
  });

  test("names commands that there are", () => {
    const named = [...README.matchAll(/npm run -s adamcheck -- (\w+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(COMMANDS.map((command) => command.name)).toContain(name);
  });
});
