import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "../../../src/experiments/journal/journal.ts";
import { takeParts } from "../../../src/experiments/journal/parts.ts";
import { newFolder } from "../../helpers/newFolder.ts";

let path: string;
let folder: string;
let whole: Buffer;

const outcome = (x: number) => ({ outcome: { x } });
const open = () => openJournal<{ x: number }>(path);
const everything = () => [...open().entries()];

/** Puts a packed file in the place of a plain one, as `gzip FILE` does. */
function pack(file: string, bytes: Uint8Array = readFileSync(file)): void {
  writeFileSync(`${file}.new`, gzipSync(bytes));
  renameSync(`${file}.new`, `${file}.gz`);
  rmSync(file, { force: true });
}

beforeEach(() => {
  folder = newFolder();
  path = join(folder, "runs.ndjson");
  const journal = open();
  for (const key of ["c", "a", "b"]) journal.add(key, outcome(key.charCodeAt(0)));
  journal.settle(["c", "a", "b"]);
  whole = readFileSync(path);
});

describe("a packed journal", () => {
  it("is read as the plain one is", () => {
    const plain = everything();
    pack(path);
    expect(everything()).toEqual(plain);
    const journal = open();
    expect([journal.size, journal.settled, journal.damaged]).toEqual([3, true, []]);
    expect([journal.state("b"), journal.get("b"), journal.get("d")]).toEqual(["outcome", outcome(98), undefined]);
    journal.refresh();
    expect([journal.size, journal.get("c")]).toEqual([3, outcome(99)]);
  });

  it("stays as it is where nothing is added", () => {
    pack(path);
    const packed = readFileSync(`${path}.gz`);
    const journal = open();
    journal.open();
    journal.settle(["a", "b", "c"]);
    expect(readdirSync(folder)).toEqual(["runs.ndjson.gz"]);
    expect(readFileSync(`${path}.gz`)).toEqual(packed);
  });

  it("becomes one plain file once something was added", () => {
    pack(path);
    const journal = open();
    journal.add("d", outcome(100));
    expect([journal.settled, journal.get("d"), journal.get("a")]).toEqual([false, outcome(100), outcome(97)]);
    journal.settle(["c", "a", "b", "d"]);
    expect(readdirSync(folder)).toEqual(["runs.ndjson"]);
    expect(readFileSync(path).subarray(0, whole.length)).toEqual(whole);
    expect([journal.size, journal.get("c")]).toEqual([4, outcome(99)]);
  });

  it("is a part as others are, also where it was taken to make one file and that was cut off", () => {
    pack(path);
    const journal = open();
    journal.add("d", outcome(100));
    journal.close();
    takeParts(path);
    expect(readdirSync(folder).filter((name) => name.endsWith(".gz"))).toHaveLength(1);
    expect(
      everything()
        .map(([key]) => key)
        .sort(),
    ).toEqual(["a", "b", "c", "d"]);
  });

  it("beside the plain one gives each line once", () => {
    writeFileSync(`${path}.gz`, gzipSync(whole));
    expect(everything()).toHaveLength(3);
    open().settle(["c", "a", "b"]);
    expect([readdirSync(folder), readFileSync(path)]).toEqual([["runs.ndjson"], whole]);
  });

  it("is read anew where it was packed again", () => {
    pack(path);
    const journal = open();
    expect(journal.get("b")).toEqual(outcome(98));
    pack(path, whole.subarray(whole.indexOf("\n") + 1));
    journal.refresh();
    expect([journal.size, journal.state("c"), journal.get("b")]).toEqual([2, undefined, outcome(98)]);
  });

  it("tells of lines in it that were cut off or altered, by their numbers", () => {
    pack(path, Buffer.from(`${whole.toString().replace('"key":"a"', '"key":"x"')}half a li`));
    expect(open().damaged).toMatchObject([
      { file: "runs.ndjson.gz", line: 2, torn: false },
      { file: "runs.ndjson.gz", line: 4, torn: true },
    ]);
    expect(everything().map(([key]) => key)).toEqual(["c", "b"]);
  });

  it("says in one sentence that it is damaged itself", () => {
    pack(path);
    const packed = readFileSync(`${path}.gz`);
    writeFileSync(`${path}.gz`, packed.subarray(0, packed.length - 5));
    expect(open).toThrow(
      /^the journal .*runs\.ndjson must be files that can be read, but reading them gave "unexpected end of file" where gzip unpacks .*runs\.ndjson\.gz; it is damaged: make it again$/,
    );
  });

  it("may have been packed piece by piece, which is gzip too", () => {
    const first = whole.indexOf("\n") + 1;
    writeFileSync(`${path}.gz`, gzipSync(whole.subarray(0, first)));
    appendFileSync(`${path}.gz`, gzipSync(whole.subarray(first)));
    rmSync(path);
    expect(everything().map(([key]) => key)).toEqual(["c", "a", "b"]);
  });
});
