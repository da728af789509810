import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import fc from "fast-check";
import { createJiti, type TransformOptions } from "jiti";
import { placeIn } from "../../../proofs-check/place.ts";
import { thrown } from "../../../proofs-check/thrown.ts";
import { attribute, definedBy, plainName } from "../../optimizers/origin.ts";
import { InputError } from "../../setting/inputError.ts";
import { named } from "../../setting/mustBe.ts";
import { type Loaded, noteLoaded } from "./loaded.ts";

/** What kept a file from running, with its line: jiti tells that of a syntax error at the end of its message. */
function failureOf(path: string, error: unknown): string {
  const { stack } = error instanceof Error ? error : {};
  if (error instanceof InputError) return `${placeIn(path, stack)}: ${error.message}`;
  const [, syntax, file, line, column] = /^ParseError: (.*?)\s*\n\s*(\S.*):(\d+):(\d+)\s*$/s.exec(thrown(error)) ?? [];
  if (syntax !== undefined) {
    // It may stand in a file that this one imports.
    return `${basename(file as string) === basename(path) ? path : file}:${line} must be code that runs, but column ${column} has a syntax error (${syntax}); correct it`;
  }
  return `${placeIn(path, stack)} must be code that runs, but failed with ${named(thrown(error))}; correct it`;
}

/** What a source names of files beside it. */
const BESIDE = /(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+)["']/g;

/** Files that sources name and that are not compiled, such as JSON: what they hold is part of what runs. */
function addData(sources: Map<string, string>): void {
  for (const [path, source] of [...sources]) {
    for (const [, beside] of source.matchAll(BESIDE)) {
      const file = resolve(dirname(path), beside as string);
      if (sources.has(file) || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
      sources.set(file, readFileSync(file, "utf8"));
    }
  }
}

const asItIs = <T>(load: () => Promise<T>): Promise<T> => load();

/** The hash of sources by their place beside the file, whatever folder they lie in. */
function hashOf(absolute: string, sources: ReadonlyMap<string, string>): string {
  const folder = dirname(absolute);
  const hash = createHash("sha256");
  for (const [path, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(JSON.stringify([relative(folder, path).split(sep).join("/"), source]));
  }
  return hash.digest("hex");
}

/**
 * Loads a file of a user's own: what it defines (optimizers, metrics, events) is known from then on. It is code, and runs with all that this
 * process may do.
 *
 * @param path a .ts, .js, .mts or .mjs file; it may import "adamcheck" and "fast-check" wherever it lies, and what it imports beside those is
 *   looked for from its own folder
 * @param guarded runs it; as it is unless given
 * @returns its default export, the file with its hash, and what it has defined, such as "optimizer lion"
 * @throws InputError where there is no such file, or it does not run
 * Source: ours, on jiti: Node 20 cannot load TypeScript by itself.
 */
export async function loadFile(
  path: string,
  guarded = asItIs,
): Promise<{ readonly exported: unknown; readonly loaded: Loaded; readonly defines: readonly string[] }> {
  const absolute = isAbsolute(path) ? path : resolve(path);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (!found) throw new InputError(`${path} must be a file with code, but is missing; check its name`);
  if (!found.isFile()) throw new InputError(`${path} must be a file with code, but is none; name the file itself`);
  if (!/\.[cm]?[jt]s$/.test(absolute)) {
    throw new InputError(
      `${path} must be a .ts, .js, .mts or .mjs file, but its name ends otherwise; name a file with code`,
    );
  }
  const usual = createJiti(absolute, { fsCache: false });
  const sources = new Map<string, string>();
  const jiti = createJiti(absolute, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    // Also of plain JavaScript: what is hashed is what runs.
    tryNative: false,
    transform(options: TransformOptions) {
      const file = options.filename ?? absolute;
      if (!file.includes(`${sep}node_modules${sep}`)) sources.set(file, options.source);
      return { code: usual.transform(options) };
    },
    // The same modules as ours: a second copy would have registries of its own.
    virtualModules: { adamcheck: await import("../../index.ts"), "fast-check": { ...fc, default: fc } },
  });
  try {
    const { value, names } = await definedBy(() => guarded(() => jiti.import<{ default?: unknown }>(absolute)));
    addData(sources);
    const origin = { file: plainName(basename(path)), sha256: hashOf(absolute, sources) };
    attribute(names, origin);
    const loaded = { ...origin, path, absolute };
    noteLoaded(loaded);
    return { exported: value.default, loaded, defines: names };
  } catch (error) {
    throw new InputError(failureOf(path, error));
  }
}
