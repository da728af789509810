import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeAside } from "../../src/experiments/writeAside.ts";
import { newFolder } from "../helpers/newFolder.ts";

describe("writeAside", () => {
  it("replaces a file in one step", () => {
    const folder = newFolder();
    writeAside(join(folder, "x"), "old");
    writeAside(join(folder, "x"), "new");
    expect(readFileSync(join(folder, "x"), "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["x"]);
  });

  it("says what went wrong where the folder is a file", () => {
    const folder = newFolder();
    writeAside(join(folder, "x"), "text");
    expect(() => writeAside(join(folder, "x", "y"), "text")).toThrow(/ENOTDIR.*open/);
  });

  it("leaves nothing behind where it fails", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "x"));
    expect(() => writeAside(join(folder, "x"), "text")).toThrow();
    expect(readdirSync(folder)).toEqual(["x"]);
  });
});
