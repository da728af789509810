// Runs the command line from a checkout, compiling it first if a source is newer than what was compiled.
import { existsSync, readdirSync, statSync } from "node:fs";

const root = new URL("..", import.meta.url);
// What a build writes last.
const stamp = new URL("dist/web/index.html", root);
const sources = ["src", "proofs-check", "web"].flatMap((room) =>
  readdirSync(new URL(room, root), { recursive: true }).map((path) => `${room}/${path}`),
);
const newest = Math.max(...sources.map((path) => statSync(new URL(path, root)).mtimeMs));
if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) await import("./build.mjs");
await import(new URL("dist/src/cli/main.js", root).href);
