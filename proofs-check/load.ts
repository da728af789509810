import { statSync } from "node:fs";
import { basename, isAbsolute, resolve } from "node:path";
import fc from "fast-check";
import { createJiti } from "jiti";
import { InputError } from "../src/setting/inputError.ts";
import { isPromise, named } from "../src/setting/mustBe.ts";
import type { Claim } from "./claim.ts";
import { defineClaim } from "./defineClaim.ts";
import { placeIn } from "./place.ts";
import { thrown } from "./thrown.ts";

/** A file's exports that are claims: its default export, one or a list of them. */
function claimsIn(exported: unknown, path: string): Claim[] {
  const listed = [exported].flat();
  if (exported === undefined || listed.length === 0) {
    throw new InputError(
      `${path} must export a claim as its default, but exports none; add "export default defineClaim({...})"`,
    );
  }
  return listed.map((claim, k) => {
    const given = claim as Parameters<typeof defineClaim>[0];
    if (typeof claim !== "object" || claim === null || isPromise(claim)) {
      throw new InputError(
        `${path} must export claims, but its default export${listed.length > 1 ? ` number ${k}` : ""} is ${named(claim)}; make it with defineClaim`,
      );
    }
    try {
      return { ...defineClaim(given), file: path };
    } catch (error) {
      throw new InputError(`${path}: ${thrown(error)}`);
    }
  });
}

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

const asItIs = <T>(load: () => Promise<T>): Promise<T> => load();

/**
 * Loads a user's own claims. The file is code: it is run with all that this process may do.
 *
 * @param path a .ts, .js, .mts or .mjs file whose default export is a claim or a list of claims; it may import "adamcheck" and "fast-check"
 *   wherever it lies, and what it imports beside those is looked for from its own folder
 * @param guarded runs it; as it is unless given
 * @returns its claims, checked by `defineClaim`
 * @throws InputError where there is no such file, it does not run, or it exports no claim
 * Source: ours, on jiti: Node 20 cannot load TypeScript by itself.
 */
export async function loadClaims(path: string, guarded = asItIs): Promise<Claim[]> {
  const absolute = isAbsolute(path) ? path : resolve(path);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (!found) throw new InputError(`${path} must be a file with a claim, but is missing; check its name`);
  if (!found.isFile()) throw new InputError(`${path} must be a file with a claim, but is none; name the file itself`);
  const jiti = createJiti(absolute, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    // The same modules as ours: a second copy would have registries of its own.
    virtualModules: { adamcheck: await import("./index.ts"), "fast-check": { ...fc, default: fc } },
  });
  let exported: unknown;
  try {
    exported = (await guarded(() => jiti.import<{ default?: unknown }>(absolute))).default;
  } catch (error) {
    throw new InputError(failureOf(path, error));
  }
  return claimsIn(exported, path);
}
