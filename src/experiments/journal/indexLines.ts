import { statSync } from "node:fs";
import { basename } from "node:path";
import { headOf } from "./line.ts";
import { hasCode } from "./parts.ts";
import { readLines } from "./readLines.ts";
import type { Unpack } from "./unpacker.ts";

/** How often files are listed again that have gone since: far more often than other processes make one file of them meanwhile. */
export const TRIES = 100;

/** A line that could not be trusted; its run is done again. */
export interface Damage {
  /** The file's name. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Whether it is a last line that was cut off, as when a process is killed; otherwise it was altered. */
  readonly torn: boolean;
}

/** Where a line is. */
export interface Place {
  readonly part: string;
  readonly offset: number;
  /** Without the end of line. */
  readonly length: number;
  readonly failed: boolean;
}

/** How far a part has been read. */
interface Reached {
  /** Undefined where it was taken before it could be read. */
  readonly ino: number | undefined;
  end: number;
  lines: number;
}

/** The lines of a journal by key; no outcome is held. */
export interface Index {
  readonly places: ReadonlyMap<string, Place>;
  readonly damaged: readonly Damage[];
  /** Enters a line. Of two with one key an outcome wins over a failure, and otherwise the first. */
  enter(key: string, place: Place): void;
  /** Reads what has been added to the files since. */
  refresh(): void;
}

/**
 * Indexes a journal.
 *
 * @param list what says which files it consists of, or a list that stays
 * @param unpack gives the bytes of a packed file
 * @returns the index, as of now; it takes about 250 bytes a line
 * @throws the file system's error where a file cannot be read
 */
export function newIndex(list: (() => readonly string[]) | readonly string[], unpack?: Unpack): Index {
  const fixed = typeof list !== "function";
  const places = new Map<string, Place>();
  let damaged: Damage[] = [];
  let reached = new Map<string, Reached>();

  /** How far a part has been read: nothing of it, where it was not known. */
  function reachedIn(part: string): Reached {
    const known = reached.get(part);
    if (known) return known;
    const begun = { ino: statSync(part, { throwIfNoEntry: false })?.ino, end: 0, lines: 0 };
    reached.set(part, begun);
    return begun;
  }

  function enter(key: string, place: Place): void {
    reachedIn(place.part);
    const known = places.get(key);
    if (!known || (known.failed && !place.failed)) places.set(key, place);
  }

  function scan(part: string): void {
    const at = reachedIn(part);
    for (const { bytes, offset, ended } of readLines(part, at.end, unpack)) {
      const head = headOf(bytes);
      // The rest of a line that another process is writing may come later.
      if (!head && !ended) {
        damaged.push({ file: basename(part), line: at.lines + 1, torn: true });
        break;
      }
      at.lines++;
      at.end = offset + bytes.length + (ended ? 1 : 0);
      if (head) enter(head.key, { part, offset, length: bytes.length, failed: head.failed });
      else damaged.push({ file: basename(part), line: at.lines, torn: false });
    }
  }

  /** Whether every part that was read is still the file it was. */
  function same(parts: readonly string[]): boolean {
    for (const [part, { ino }] of reached) {
      if (!parts.includes(part) || statSync(part).ino !== ino) return false;
    }
    return true;
  }

  function refresh(): void {
    for (let tries = 1; ; tries++) {
      try {
        const parts = fixed ? list : list();
        if (!same(parts)) {
          places.clear();
          reached = new Map();
          damaged = [];
        }
        damaged = damaged.filter(({ torn }) => !torn);
        for (const part of parts) scan(part);
        return;
      } catch (error) {
        // Another process has made one file of several since they were listed.
        if (!hasCode(error, "ENOENT") || fixed || tries > TRIES) throw error;
      }
    }
  }

  refresh();
  return {
    places,
    get damaged() {
      return damaged;
    },
    enter,
    refresh,
  };
}
