import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import type { Outcome } from "./job.ts";
import { writeAside } from "./writeAside.ts";

const checksum = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

const lineOf = (key: string, outcome: Outcome): string => {
  const body = JSON.stringify({ key, outcome });
  return `${JSON.stringify({ checksum: checksum(body) }).slice(0, -1)},${body.slice(1)}\n`;
};

function parseLine(line: string): { key: string; outcome: Outcome } | null {
  try {
    const { checksum: expected, key, outcome } = JSON.parse(line);
    return checksum(JSON.stringify({ key, outcome })) === expected ? { key, outcome } : null;
  } catch {
    return null;
  }
}

function parse(text: string): { entries: [string, Outcome][]; dropped: number } {
  const lines = text.split("\n").filter(Boolean).map(parseLine);
  const entries = lines.filter((line) => line !== null).map(({ key, outcome }): [string, Outcome] => [key, outcome]);
  return { entries, dropped: lines.length - entries.length };
}

/** Finished jobs by key, kept in a file that only grows while work goes on: one line a job, checksummed and synced. */
export interface Journal {
  readonly done: ReadonlyMap<string, Outcome>;
  /** Lines that could not be trusted (cut off or altered); their jobs run again. */
  readonly dropped: number;
  add(key: string, outcome: Outcome): void;
  /** Rewrites the file in the order of `keys`, so that it does not tell in which order workers finished. */
  settle(keys: readonly string[]): void;
}

/**
 * Opens a journal, reading what an earlier, perhaps interrupted, call has finished.
 *
 * @param path the NDJSON file, made when the first job is added; null keeps the journal in memory only
 * @returns the journal
 * Source: ours (design: the store).
 */
export function openJournal(path: string | null): Journal {
  const text = path && existsSync(path) ? readFileSync(path, "utf8") : "";
  const { entries, dropped } = parse(text);
  const done = new Map(entries);
  const rewrite = (keys: Iterable<string>) => {
    if (path) writeAside(path, [...keys].map((key) => lineOf(key, done.get(key) as Outcome)).join(""));
  };
  // A cut-off last line would swallow the next one appended, so it is cleared away first.
  if (dropped > 0 || (text !== "" && !text.endsWith("\n"))) rewrite(done.keys());
  return {
    done,
    dropped,
    add(key, outcome) {
      done.set(key, outcome);
      if (!path) return;
      const file = openSync(path, "a");
      writeSync(file, lineOf(key, outcome));
      fsyncSync(file);
      closeSync(file);
    },
    settle(keys) {
      // Another process may have added to the file meanwhile.
      if (path && existsSync(path)) {
        for (const [key, outcome] of parse(readFileSync(path, "utf8")).entries) done.set(key, outcome);
      }
      const others = [...done.keys()].filter((key) => !keys.includes(key)).sort();
      rewrite([...keys.filter((key) => done.has(key)), ...others]);
    },
  };
}
