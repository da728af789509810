import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/experiments/job.ts";
import { openJournal } from "../../src/experiments/journal.ts";
import { newFolder } from "../helpers/newFolder.ts";

const outcome = (x: number) =>
  ({ results: [], distances: [{ epoch: x, distance: 0, relative: 0, cosine: 0 }] }) as Outcome;
let path: string;

beforeEach(() => {
  path = join(newFolder(), "runs.ndjson");
});

describe("journal", () => {
  it("gives back what an earlier one was told", () => {
    const first = openJournal(path);
    first.add("a", outcome(1));
    first.add("b", outcome(2));
    expect([...openJournal(path).done]).toEqual([
      ["a", outcome(1)],
      ["b", outcome(2)],
    ]);
  });

  it("drops a line that was cut off, and keeps what comes after", () => {
    openJournal(path).add("a", outcome(1));
    const line = readFileSync(path, "utf8");
    appendFileSync(path, line.slice(0, 40));
    const second = openJournal(path);
    expect(second.dropped).toBe(1);
    second.add("b", outcome(2));
    expect([...openJournal(path).done.keys()]).toEqual(["a", "b"]);
  });

  it("drops a line of which one digit was altered", () => {
    openJournal(path).add("a", outcome(1));
    writeFileSync(path, readFileSync(path, "utf8").replace('"epoch":1', '"epoch":2'));
    expect(openJournal(path)).toMatchObject({ dropped: 1, done: new Map() });
  });

  it("settles in the order asked for, whatever the order of arrival, and leaves no file beside it", () => {
    const journal = openJournal(path);
    journal.add("b", outcome(2));
    journal.add("a", outcome(1));
    journal.settle(["a", "b"]);
    expect([...openJournal(path).done.keys()]).toEqual(["a", "b"]);
    expect(readdirSync(join(path, ".."))).toEqual(["runs.ndjson"]);
  });

  it("keeps a last line whose end of line is missing, and the one added after it", () => {
    openJournal(path).add("a", outcome(1));
    writeFileSync(path, readFileSync(path, "utf8").trimEnd());
    openJournal(path).add("b", outcome(2));
    expect([...openJournal(path).done.keys()]).toEqual(["a", "b"]);
  });

  it("keeps what another process has added when it settles", () => {
    const [one, other] = [openJournal(path), openJournal(path)];
    one.add("a", outcome(1));
    other.add("b", outcome(2));
    one.settle(["a"]);
    expect([...openJournal(path).done.keys()]).toEqual(["a", "b"]);
  });

  it("writes nothing without a path", () => {
    const journal = openJournal(null);
    journal.add("a", outcome(1));
    journal.settle(["a"]);
    expect(journal.done.get("a")).toEqual(outcome(1));
  });
});
