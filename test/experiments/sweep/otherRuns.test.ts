import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { otherRuns } from "../../../src/experiments/sweep/otherRuns.ts";
import { newFolder } from "../../helpers/newFolder.ts";

/** A folder as a sweep leaves it. */
function sweepAt(folder: string, journal = "runs.ndjson"): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, journal), "");
  return folder;
}

it("names folders with runs that are not expected there, the place itself first", () => {
  const place = join(newFolder(), "out");
  expect(otherRuns(place, [])).toEqual([]);
  const own = sweepAt(join(place, "own"));
  mkdirSync(join(place, "notes"));
  expect(otherRuns(place, [own])).toEqual([]);
  const packed = sweepAt(join(place, "packed"), "runs.ndjson.gz");
  const other = sweepAt(join(place, "another"));
  sweepAt(place);
  expect(otherRuns(place, [own])).toEqual([place, other, packed]);
});
