import { describe, expect, it } from "vitest";
import { begunText, bytesText, mergedText, previewText, sweptText } from "../../src/report/sweepText.ts";

describe("what a sweep says", () => {
  it("says how long and how large, of what is missing", () => {
    expect(previewText({ total: 10, runs: 6, seconds: 100, bytes: 4200 }, 4)).toBe(
      "10 runs, 4 of them finished already\nabout 25 s with --jobs 4 (1 min 40 s of work), if as many cores are idle and no stopping rule acts\nabout 4.2 kB of disk\n",
    );
  });

  it("names damaged lines", () => {
    const damaged = [
      { file: "runs.ndjson", line: 3, torn: false },
      { file: "runs.x.ndjson", line: 7, torn: true },
    ];
    expect(begunText({ total: 1, found: 0, failed: 0, damaged }, "out")).toEqual([
      "1 run",
      "runs.ndjson: line 3 is damaged and not used; its run is done again",
      "runs.x.ndjson: the last line (7) was cut off and is dropped; its run is done again",
    ]);
    expect(mergedText({ finished: 2, failed: 1, damaged: [{ ...damaged[0], folder: "a" } as never] }, "b")).toBe(
      "a/runs.ndjson: line 3 is damaged and left out\n2 runs finished, 1 failed; kept in b\n",
    );
  });

  it("says what is left", () => {
    expect(sweptText({ total: 9, finished: 5, failed: 1, left: 3 }, "out")).toBe(
      "5 of 9 runs finished, 1 failed, 3 left: the same command goes on; kept in out\n",
    );
    expect(begunText({ total: 9, found: 5, failed: 1, damaged: [] }, "out")).toEqual([
      "9 runs, 5 of them found in out",
      "1 run failed earlier; --retry-failed tries them again",
    ]);
  });

  it("gives bytes in the largest unit of which there is one", () => {
    expect([0, 999, 1000, 2.5e9, 3e15].map(bytesText)).toEqual(["0 bytes", "999 bytes", "1 kB", "2.5 GB", "3000 TB"]);
  });
});
