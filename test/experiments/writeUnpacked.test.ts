import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { writeUnpacked } from "../../src/experiments/writeUnpacked.ts";
import { newFolder } from "../helpers/newFolder.ts";

it("leaves one file of that name, whatever lay there packed or not", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "report.json.gz"), gzipSync("old"));
  writeFileSync(join(folder, "report.json.gz.md"), "another");
  for (const text of ["new", "newer"]) {
    writeUnpacked(join(folder, "report.json"), text);
    expect(readFileSync(join(folder, "report.json"), "utf8")).toBe(text);
    expect(readdirSync(folder).sort()).toEqual(["report.json", "report.json.gz.md"]);
  }
});
