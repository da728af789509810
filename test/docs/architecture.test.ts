import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = new URL("../../", import.meta.url).pathname;
const TEXT = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");

/** The rooms of the list, most basic first. */
const ROOMS = [...TEXT.matchAll(/^\*\*`((?:src|proofs-check)[\w/-]*)`\*\* — /gm)].map(([, room]) => room as string);

const sources = ["src", "proofs-check"]
  .flatMap((top) => (readdirSync(join(ROOT, top), { recursive: true }) as string[]).map((path) => `${top}/${path}`))
  // AssemblyScript of the kernel is a program of its own.
  .filter(
    (path) => path.endsWith(".ts") && !/^src\/((sim|dynamics)\/engines|random|dynamics\/sketch)\/kernel\//.test(path),
  );

/** The longest room that a file lies in. */
const roomOf = (path: string) =>
  ROOMS.filter((room) => path.startsWith(`${room}/`)).reduce(
    (best, room) => (room.length > best.length ? room : best),
    "",
  );

/** Handed to users' files while they are loaded, on demand. */
const PUBLIC = "src/index.ts";

/** Whatever a file imports of ours, also types, also on demand. */
const importsOf = (path: string) =>
  [...readFileSync(join(ROOT, path), "utf8").matchAll(/(?:from|import\() ?"(\.[^"]+\.ts)"/g)]
    .map(([, target]) => normalize(join(dirname(path), target as string)))
    .filter((target) => target !== PUBLIC);

const imports = new Map(sources.map((path) => [path, importsOf(path)]));

/** Files that reach themselves. */
function circles(): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) return void found.push([...way.slice(at), path]);
    if (done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of sources) walk(path, []);
  return found;
}

describe("docs/architecture.md", () => {
  test("lists rooms that exist, and every folder of src", () => {
    expect(ROOMS.length).toBeGreaterThan(15);
    for (const room of ROOMS) expect(existsSync(join(ROOT, room)), room).toBe(true);
    const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders)
      expect(
        ROOMS.some((room) => `${room}/`.startsWith(`src/${name}/`)),
        name,
      ).toBe(true);
  });

  test("every file of src lies in a room, or is what a package exports", () => {
    const outside = sources.filter((path) => roomOf(path) === "" && !/^src\/(index|browser)\.ts$/.test(path));
    expect(outside).toEqual([]);
  });

  test("imports point to rooms before in the list", () => {
    const against = sources.flatMap((path) =>
      (imports.get(path) ?? [])
        .filter((target) => roomOf(path) !== "" && roomOf(target) !== roomOf(path))
        .filter((target) => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(path)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(against).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    expect(circles().map((way) => way.join(" -> "))).toEqual([]);
  });

  test("links go somewhere", () => {
    const links = [...TEXT.matchAll(/\]\((\.\.?\/[^)#]+)\)/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(existsSync(join(ROOT, "docs", link)), link).toBe(true);
    const named = [...TEXT.matchAll(/`((?:src|proofs-check|test)\/[\w/.-]+)`/g)].map(([, path]) => path as string);
    for (const path of named) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });
});
