import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillAside, writeAside } from "../../src/experiments/writeAside.ts";
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
    expect(() => writeAside(join(folder, "x", "y"), "text")).toThrow(/ENOTDIR/);
  });

  it("replaces what a link leads to, also where that is not there yet, and keeps the link", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "far"));
    symlinkSync("far/x", join(folder, "near"));
    symlinkSync("near", join(folder, "link"));
    for (const text of ["old", "new"]) {
      writeAside(join(folder, "link"), text);
      expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(folder, "far", "x"), "utf8")).toBe(text);
    }
    symlinkSync("circle", join(folder, "circle"));
    expect(() => writeAside(join(folder, "circle"), "text")).toThrow(/ELOOP/);
  });

  it("leaves nothing behind where it fails", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "x"));
    expect(() => writeAside(join(folder, "x"), "text")).toThrow();
    expect(readdirSync(folder)).toEqual(["x"]);
  });
});

describe("fillAside", () => {
  it("lets two fill a file at once: the last one to end has it whole", async () => {
    const folder = newFolder();
    const path = join(folder, "x");
    let first = () => {};
    const slow = fillAside(path, async (aside) => {
      writeFileSync(aside, "very ", { flag: "a" });
      await new Promise<void>((resolve) => {
        first = resolve;
      });
      writeFileSync(aside, "slow", { flag: "a" });
    });
    await fillAside(path, (aside) => writeFileSync(aside, "fast", { flag: "a" }));
    expect(readFileSync(path, "utf8")).toBe("fast");
    first();
    await slow;
    expect(readFileSync(path, "utf8")).toBe("very slow");
    expect(readdirSync(folder)).toEqual(["x"]);
  });
});
