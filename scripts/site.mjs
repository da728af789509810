/*
 * Builds the site into dist/site: npm run site. It is static, names nothing by more than its own files' places, and needs no network, neither to be built nor to be
 * looked at. TypeDoc makes the API, the build the explorer, site/ the rest.
 */
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "rolldown";
import { API } from "./api.mjs";

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const OUT = pathOf("dist/site");
/** What is made on the way; beside node_modules, from which it imports. */
const WORK = pathOf("node_modules/.cache/adamcheck-site");

const { dependencies, devDependencies } = JSON.parse(readFileSync(pathOf("package.json"), "utf8"));
const PACKAGES = [/^node:/, ...Object.keys({ ...dependencies, ...devDependencies })];

/** Code that is compiled already is taken as it is: it finds its files where it lies. */
const compiled = {
  name: "compiled",
  resolveId(id, importer) {
    if (!id.startsWith(".") || importer === undefined) return undefined;
    const path = fileURLToPath(new URL(id, `file://${importer}`));
    const [, room] = /\/((?:src|proofs-check)\/.+)\.ts$/.exec(path.slice(pathOf("").length - 1)) ?? [];
    return room && { id: pathToFileURL(pathOf(`dist/${room}.js`)).href, external: true };
  },
};

const bundle = (input, output, more = {}) =>
  build({ input: pathOf(input), output: { codeSplitting: false, ...output }, logLevel: "warn", ...more });

rmSync(OUT, { recursive: true, force: true });
const main = join(WORK, "main.mjs");
await bundle(
  "site/main.ts",
  { file: main, format: "esm" },
  { platform: "node", plugins: [compiled], external: PACKAGES },
);
cpSync(pathOf(API.pages), join(OUT, "api"), { recursive: true, filter: (path) => !path.endsWith(".stamp") });
const { makeSite, deadIn } = await import(main);
await makeSite(pathOf(""), OUT, pathOf(API.json));
await bundle("site/browser/search.ts", { file: join(OUT, "assets/search.js"), format: "iife", minify: true });
const dead = deadIn(OUT);
if (dead.length > 0) {
  console.error(`Links that lead nowhere:\n${dead.join("\n")}`);
  process.exit(1);
}
