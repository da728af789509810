import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const FOLDER = "docs/results";
/** Bytes: what is kept is for tables and figures, and everybody who fetches the checkout fetches it. */
const MOST = 4_000_000;

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name));
const packed = files.filter((path) => path.endsWith(".gz"));
const scripts = files.filter((path) => path.endsWith(".mjs"));

/** What a script takes from the built package, as the source has it. */
const builtImports = (path: string) =>
  [...readFileSync(path, "utf8").matchAll(/^import \{([^}]+)\} from "([^"]*\/dist\/[^"]+)\.js";$/gm)].map(
    ([, names = "", from = ""]) => ({
      source: join(dirname(path), `${from.replace("/dist/", "/")}.ts`),
      names: names
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean),
    }),
  );

const isExported = (name: string, source: string) =>
  new RegExp(`^export (?:(?:async )?(?:function\\*?|const|class) ${name}\\b|\\{[^}]*\\b${name}\\b[^}]*\\})`, "m").test(
    source,
  );

describe("kept results", () => {
  it("have less than 4 MB in all: pack what is large (gzip -9n), or keep what tables and figures need alone", () => {
    expect(files.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(MOST);
  });

  it.each(packed)("%s is whole, tells neither its name nor a time, and is there once", (path) => {
    const bytes = readFileSync(path);
    expect(gunzipSync(bytes).length).toBeGreaterThan(bytes.length);
    // RFC 1952: flags, then four bytes of time.
    expect([...bytes.subarray(3, 8)]).toEqual([0, 0, 0, 0, 0]);
    expect(files).not.toContain(path.slice(0, -".gz".length));
  });

  it.each(scripts)("%s takes what there is of the package, so that its results can be made again", (path) => {
    for (const { source, names } of builtImports(path)) {
      const text = readFileSync(source, "utf8");
      const missing = names.filter((name) => !isExported(name, text));
      expect(missing, `${source} exports them no longer`).toEqual([]);
    }
  });
});
