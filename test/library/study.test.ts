import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { study } from "../../src/library/study.ts";
import { otherRunsText } from "../../src/report/sweepText.ts";
import { newFolder } from "../helpers/newFolder.ts";

/** A folder as a sweep leaves it. */
function sweepAt(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "runs.ndjson"), "");
  return folder;
}

it("tells of runs of another sweep or study where its own are to go, before its first run", async () => {
  const told: (readonly string[])[] = [];
  const begun = (out: string) =>
    study("signs", { out, quick: true, signal: AbortSignal.abort(), onOthers: (folders) => void told.push(folders) });
  const out = newFolder();
  expect((await begun(out)).left).toBeGreaterThan(0);
  // Its own folders are none.
  await begun(out);
  expect(told).toEqual([]);
  const other = sweepAt(join(out, "window"));
  await begun(sweepAt(out));
  expect(told).toEqual([[out, other]]);
});

it.each([
  [["a"], "a holds runs of another sweep or study; they are left as they are"],
  [["a", "b"], "a, b hold runs of another sweep or study; they are left as they are"],
  [
    ["a", "b", "c", "d", "e", "f", "g"],
    "a, b, c, d, e and 2 more hold runs of another sweep or study; they are left as they are",
  ],
])("names the folders %j", (folders, text) => {
  expect(otherRunsText(folders)).toBe(text);
});
