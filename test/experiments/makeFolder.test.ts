import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../../src/experiments/makeFolder.ts";
import { newFolder } from "../helpers/newFolder.ts";

describe("makeFolder", () => {
  it("makes a folder with those above it, and is content with one that is there", () => {
    const folder = join(newFolder(), "a", "b");
    makeFolder(folder);
    makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it("throws where a file is in the way", () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    expect(() => makeFolder(join(file, "folder"))).toThrow(/ENOTDIR|EEXIST/);
    expect(() => makeFolder(file)).toThrow(/EEXIST/);
  });

  it("comes to an end where the system knows no such place", () => {
    expect(() => makeFolder("/proc/adamcheck/folder")).toThrow(/^E[A-Z]+: /);
  });
});
