import { closeSync, fstatSync, fsync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { InputError } from "../../setting/inputError.ts";
import { newPart, syncFolder } from "./parts.ts";

/** Milliseconds within which a line is synced: a loss of power costs the lines since then, the end of a process none. */
const SYNC_WITHIN = 500;

/** The end of a journal that one process writes. */
export interface Appender {
  /** The file, made where it is not there yet. */
  open(): void;
  /** Writes whole lines; they are with the system when it returns. */
  append(lines: Buffer): { readonly part: string; readonly offset: number };
  close(): void;
}

interface Part {
  readonly path: string;
  readonly file: number;
  written: number;
}

const fault = (path: string, error: unknown) =>
  new InputError(
    `the journal must be in a folder with room that can be written, but writing ${path} gave ${(error as NodeJS.ErrnoException).code ?? error}; what was finished before is kept: make room and run the same command again`,
  );

/** Whether the file still has the name it was opened by. */
function isInPlace({ path, file }: Part): boolean {
  try {
    const [mine, there] = [fstatSync(file), statSync(path)];
    return mine.ino === there.ino && mine.dev === there.dev;
  } catch {
    return false;
  }
}

function writeAll({ file }: Part, lines: Buffer): void {
  for (let done = 0; done < lines.length; ) done += writeSync(file, lines, done);
}

/**
 * Appends to a part of a journal that no other process appends to.
 *
 * @param path of the journal
 * @returns the appender; its file is made when the first line comes, or by `open`
 * @throws InputError where the file system refuses; nothing more may be appended then
 */
export function newAppender(path: string): Appender {
  let part: Part | undefined;
  let timer: NodeJS.Timeout | undefined;
  let trouble: unknown;

  function begin(): Part {
    const name = newPart(path);
    try {
      part = { path: name, file: openSync(name, "ax"), written: 0 };
    } catch (error) {
      throw fault(name, error);
    }
    syncFolder(path);
    return part;
  }

  function end(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!part) return;
    const { file, written, path: name } = part;
    part = undefined;
    try {
      fsyncSync(file);
    } catch (error) {
      throw fault(name, error);
    } finally {
      closeSync(file);
      if (written === 0) rmSync(name, { force: true });
    }
  }

  function syncSoon({ file }: Part): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (part?.file !== file) return;
      fsync(file, (error) => {
        // A file that was closed meanwhile has been synced then.
        if (error && part?.file === file) trouble = error;
      });
    }, SYNC_WITHIN).unref();
  }

  function append(lines: Buffer): { part: string; offset: number } {
    const mine = part ?? begin();
    const offset = mine.written;
    try {
      if (trouble) throw trouble;
      writeAll(mine, lines);
    } catch (error) {
      throw fault(mine.path, error);
    }
    mine.written += lines.length;
    if (isInPlace(mine)) {
      syncSoon(mine);
      return { part: mine.path, offset };
    }
    // Somebody has taken the file to make one of all, perhaps before these lines: a line that is there twice does no harm.
    end();
    return append(lines);
  }

  return { open: () => void (part ?? begin()), append, close: end };
}
