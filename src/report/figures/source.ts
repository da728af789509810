import { statSync } from "node:fs";
import { join } from "node:path";
import { openJournal } from "../../experiments/journal/journal.ts";
import { placeOf, readingAdvice, unpackedText } from "../../experiments/packed.ts";
import { diagramIn } from "../../experiments/phase/diagramIn.ts";
import { reason } from "../../experiments/reason.ts";
import type { RunEvent } from "../../experiments/sweep/events.ts";
import { spread } from "../../experiments/sweep/spread.ts";
import { summary } from "../../experiments/sweep/summary.ts";
import { InputError } from "../../setting/inputError.ts";
import { fromCsv } from "../fromCsv.ts";
import type { Source } from "./figure.ts";
import { aboutPlane } from "./phase/aboutPlane.ts";
import { besideOf } from "./sweep/beside.ts";

function parsed(text: string, path: string): unknown {
  if (text.trim() === "") throw new InputError(`from must name a file with JSON, but ${path} is empty; make it again`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `from must name a file with complete JSON, but of ${path} the parser says: ${(error as Error).message}; make it again`,
    );
  }
}

function isFolder(path: string): boolean {
  if (path === "-") return false;
  try {
    return statSync(placeOf(path)).isDirectory();
  } catch (error) {
    throw new InputError(
      `from must name a file or folder, but looking at ${path} gave ${reason(error)}; check the path`,
    );
  }
}

function textOf(path: string): string {
  try {
    return unpackedText(path === "-" ? 0 : path);
  } catch (error) {
    throw new InputError(
      `from must name a readable file, but reading ${path} gave ${reason(error)}; ${readingAdvice(error)}`,
    );
  }
}

/**
 * What `--from` names, to be read by figures.
 *
 * @param path of a file or a folder, or - for standard input
 * @param asked the event of a phase diagram
 * @returns the source; files are read when a figure asks for them
 * @throws InputError where there is no such file or folder
 */
export function sourceAt(path: string, { event }: { readonly event?: RunEvent } = {}): Source {
  const folder = isFolder(path);
  let read: string | undefined;
  // Standard input is read once.
  const text = () => (read ??= textOf(path));
  const wanted = (what: string) => {
    if (!folder) throw new InputError(`from must name ${what}, but ${path} is a file; name the folder`);
  };
  return {
    path,
    ...(event && { event: event.name }),
    json(name) {
      if (!folder) return name === undefined ? parsed(text(), path) : undefined;
      if (name === undefined) {
        throw new InputError(`from must name a file for this figure, but ${path} is a folder; name the file in it`);
      }
      const file = join(path, name);
      return statSync(placeOf(file), { throwIfNoEntry: false })?.isFile() ? parsed(textOf(file), file) : undefined;
    },
    table: () => (folder || /^\s*[[{]/.test(text()) ? undefined : fromCsv(text())),
    *outcomes() {
      if (!folder) return;
      for (const [, finished] of openJournal<unknown>(join(path, "runs.ndjson")).entries()) {
        if ("outcome" in finished) yield finished.outcome;
      }
    },
    summary(by) {
      wanted("the folder of a sweep");
      return summary(path, by);
    },
    spread(by) {
      wanted("the folder of a sweep");
      return spread(path, by);
    },
    beside: besideOf,
    diagram() {
      if (!folder) return undefined;
      const { plane, diagram } = diagramIn(path, event);
      return { diagram, about: aboutPlane(plane) };
    },
  };
}
