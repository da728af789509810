import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Journal, memoryJournal, openJournal } from "../../../src/experiments/journal/journal.ts";
import { install, partsOf, takeParts } from "../../../src/experiments/journal/parts.ts";
import { newFolder } from "../../helpers/newFolder.ts";

let path: string;
let folder: string;

beforeEach(() => {
  folder = newFolder();
  path = join(folder, "runs.ndjson");
});

const outcome = (x: number) => ({ outcome: { x } });
const failed = { failed: { reason: "it was tired", attempts: 2, config: {} } };
const open = () => openJournal<{ x: number }>(path);
const everything = (journal: Journal<{ x: number }>) => [...journal.entries()];

/** Opens a journal, adds outcomes and closes it. */
function write(...keys: string[]): void {
  const journal = open();
  for (const key of keys) journal.add(key, outcome(key.charCodeAt(0)));
  journal.close();
}

/** The only part. */
const part = () => {
  const [only, ...others] = partsOf(path);
  expect(others).toEqual([]);
  return only as string;
};

describe("journal", () => {
  it("gives back what an earlier one was told", () => {
    write("a", "b");
    const journal = open();
    expect(everything(journal)).toEqual([
      ["a", outcome(97)],
      ["b", outcome(98)],
    ]);
    expect(journal.get("b")).toEqual(outcome(98));
    expect([journal.state("a"), journal.state("c"), journal.get("c")]).toEqual(["outcome", undefined, undefined]);
  });

  it("knows at once what it was told itself", () => {
    const journal = open();
    journal.add("a", outcome(1));
    expect(journal.get("a")).toEqual(outcome(1));
    journal.close();
  });

  it("reads a file of one process and of several, and of the version before parts were", () => {
    const line =
      '{"checksum":"6b4b3edf8dd314be","key":"a","outcome":{"results":[],"distances":[{"epoch":1,"distance":0,"relative":0,"cosine":0}]}}\n';
    writeFileSync(path, line);
    write("b");
    expect(everything(open()).map(([key]) => key)).toEqual(["a", "b"]);
  });

  it("drops a last line that was cut off, and what is added next is not swallowed", () => {
    write("a", "b");
    const whole = readFileSync(part(), "utf8");
    writeFileSync(part(), whole.slice(0, -9));
    const journal = open();
    expect(journal.damaged).toMatchObject([{ line: 2, torn: true }]);
    journal.add("c", outcome(3));
    journal.close();
    expect(
      everything(open())
        .map(([key]) => key)
        .sort(),
    ).toEqual(["a", "c"]);
  });

  it("reports an altered line by its number, whichever bit it is, and keeps those around it", () => {
    write("a", "b", "c");
    const whole = readFileSync(part());
    const [first, second] = [whole.indexOf(10), whole.indexOf(10, whole.indexOf(10) + 1)];
    for (let bit = 8 * (first + 1); bit < 8 * second; bit++) {
      const altered = Buffer.from(whole);
      altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
      writeFileSync(part(), altered);
      const journal = open();
      // A bit that makes an end of line makes two lines of one.
      expect(journal.damaged[0]).toMatchObject({ line: 2, torn: false });
      expect(everything(journal).map(([key]) => key)).toEqual(["a", "c"]);
    }
  });

  it("reports a line that holds neither an outcome nor a failure, though its checksum is right", () => {
    write("a");
    const journal = open();
    journal.add("b", {} as ReturnType<typeof outcome>);
    journal.close();
    const again = open();
    expect(everything(again)).toEqual([["a", outcome(97)]]);
    expect(again.damaged).toMatchObject([{ line: 1, torn: false }]);
  });

  it("keeps a last line whose end of line is missing", () => {
    write("a");
    writeFileSync(part(), readFileSync(part(), "utf8").trimEnd());
    write("b");
    expect(
      everything(open())
        .map(([key]) => key)
        .sort(),
    ).toEqual(["a", "b"]);
  });

  it("settles in the order asked for, then by key, and leaves one file", () => {
    const journal = open();
    for (const key of ["d", "b", "a", "c"]) journal.add(key, outcome(key.charCodeAt(0)));
    journal.settle(["c", "x", "a"]);
    expect(everything(journal).map(([key]) => key)).toEqual(["c", "a", "b", "d"]);
    expect(readdirSync(folder)).toEqual(["runs.ndjson"]);
  });

  it("settles to the same bytes whatever the order, the number of processes, and what was damaged", () => {
    const journal = open();
    for (const key of ["a", "b", "c"]) journal.add(key, outcome(key.charCodeAt(0)));
    journal.settle(["a", "b", "c"]);
    const whole = readFileSync(path, "utf8");
    appendFileSync(path, "half a li");
    write("c");
    renameSync(path, join(folder, "runs.0.ndjson"));
    write("b", "a");
    open().settle(["a", "b", "c"]);
    expect(readFileSync(path, "utf8")).toBe(whole);
    expect(readdirSync(folder)).toEqual(["runs.ndjson"]);
  });

  it("lets an outcome win over a failure, whichever came first", () => {
    for (const [key, both] of [
      ["a", [failed, outcome(1)]],
      ["b", [outcome(1), failed]],
    ] as const) {
      const journal = open();
      for (const finished of both) journal.add(key, finished);
      expect(journal.state(key)).toBe("outcome");
      journal.close();
    }
    const journal = open();
    journal.settle([]);
    expect([journal.get("a"), journal.get("b")]).toEqual([outcome(1), outcome(1)]);
  });

  it("keeps a failure with its reason", () => {
    const journal = open();
    journal.add("a", failed);
    journal.close();
    expect([open().state("a"), open().get("a")]).toEqual(["failed", failed]);
  });

  it("sees what another process adds, when it looks", () => {
    const [one, other] = [open(), open()];
    one.add("a", outcome(1));
    expect(other.state("a")).toBeUndefined();
    other.refresh();
    expect(other.state("a")).toBe("outcome");
    one.add("b", outcome(2));
    other.refresh();
    expect(other.get("b")).toEqual(outcome(2));
    expect(other.damaged).toEqual([]);
    one.close();
  });

  it("loses nothing where a process makes one file while others still add", () => {
    const [one, other] = [open(), open()];
    one.add("a", outcome(1));
    other.add("b", outcome(2));
    one.settle(["a", "b"]);
    other.add("c", outcome(3));
    other.refresh();
    expect(
      everything(other)
        .map(([key]) => key)
        .sort(),
    ).toEqual(["a", "b", "c"]);
    other.close();
    open().settle(["a", "b", "c"]);
    expect(everything(open()).map(([key]) => key)).toEqual(["a", "b", "c"]);
    expect(readdirSync(folder)).toEqual(["runs.ndjson"]);
  });

  it("reads on where another process makes one file of all in the middle", () => {
    write("a", "b");
    write("c");
    const keys = [];
    for (const [key] of open().entries()) {
      keys.push(key);
      open().settle([]);
    }
    expect(keys.sort()).toEqual(["a", "b", "c"]);
    const late = open();
    write("d");
    open().settle([]);
    expect(late.get("a")).toEqual(outcome(97));
  });

  it("has every line wherever making one file of all was cut off", () => {
    write("a", "b");
    write("c");
    open().settle(["a"]);
    const whole = readFileSync(path, "utf8");
    write("d");
    const keys = () =>
      everything(open())
        .map(([key]) => key)
        .sort();
    // Cut off after the parts were taken: they have other names.
    takeParts(path);
    expect(keys()).toEqual(["a", "b", "c", "d"]);
    // Cut off after the new file was put in place and before the parts were removed: lines are there twice.
    writeFileSync(path, whole);
    expect(keys()).toEqual(["a", "b", "c", "d"]);
    // Cut off while the new file was written aside: it is not read.
    writeFileSync(`${path}.1.tmp`, whole.slice(0, 50));
    expect(keys()).toEqual(["a", "b", "c", "d"]);
    expect(open().damaged).toEqual([]);
  });

  it("replaces no file that another process has put in place", () => {
    write("a");
    const aside = `${path}.tmp`;
    writeFileSync(aside, readFileSync(part(), "utf8"));
    const taken = takeParts(path);
    writeFileSync(path, "");
    expect(install(aside, path, taken)).not.toBe(path);
    expect(everything(open()).map(([key]) => key)).toEqual(["a"]);
  });

  it("leaves no file where nothing was added", () => {
    const journal = open();
    journal.open();
    expect(readdirSync(folder)).toHaveLength(1);
    journal.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says in one sentence that a folder cannot be written", () => {
    writeFileSync(join(folder, "x"), "");
    expect(() => openJournal(join(folder, "missing", "runs.ndjson")).open()).toThrow(/^the journal must be .*ENOENT/);
  });

  it("says in one sentence that its files cannot be read, and never tries without end", () => {
    mkdirSync(path);
    expect(open).toThrow(/^the journal .*runs\.ndjson must be files that can be read, .*EISDIR; check them$/);
    rmdirSync(path);
    symlinkSync(join(folder, "nowhere"), path);
    expect(open).toThrow(/^the journal .*runs\.ndjson must be files that can be read, .*ENOENT; check them$/);
  });

  it("removes what a process that was killed had begun to write in its place", () => {
    const journal = open();
    journal.add("a", outcome(1));
    writeFileSync(`${path}.3f0c.tmp`, "{");
    writeFileSync(join(folder, "other.tmp"), "{");
    journal.settle(["a"]);
    expect(readdirSync(folder).sort()).toEqual(["other.tmp", basename(path)]);
    expect(everything(open())).toEqual([["a", outcome(1)]]);
  });

  it("can be kept in memory", () => {
    const journal = memoryJournal<{ x: number }>();
    journal.add("a", outcome(1));
    journal.settle(["a"]);
    expect(everything(journal)).toEqual([["a", outcome(1)]]);
    expect(journal.state("a")).toBe("outcome");
  });
});
