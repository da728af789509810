// Runs the command line from a checkout, compiling it first if a source is newer than what was compiled.
import { existsSync, readdirSync, statSync } from "node:fs";

const root = new URL("..", import.meta.url);
const stamp = new URL("dist/.tsbuildinfo", root);
const sources = readdirSync(new URL("src", root), { recursive: true });
const newest = Math.max(...sources.map((path) => statSync(new URL(`src/${path}`, root)).mtimeMs));
if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) await import("./build.mjs");
await import(new URL("dist/cli/main.js", root).href);
