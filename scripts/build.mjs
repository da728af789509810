/*
 * Compiles src to dist, makes one file each of the packages that are many and of what browsers load, and builds the explorer into dist/web; with a
 * message on stderr and its exit code if the compiler refuses. --clean: from nothing, so that no file is left of sources that are gone.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as buildPages } from "vite";
import { bundle } from "./bundle.mjs";
import { pruneDeclarations } from "./pruneDeclarations.mjs";
import { stripComments } from "./stripComments.mjs";

/** The browser's entry; and modules that only name what we use of a package whose hundreds of files would take long to load. */
const BUNDLES = ["setting/zod", "algebra/mathjs", "browser"];

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const DIST = pathOf("dist");
const ENTRIES = ["src/index.d.ts", "src/browser.d.ts"];

function compile() {
  const compiler = pathOf("node_modules/typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", pathOf("tsconfig.build.json")], {
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv.includes("--clean")) rmSync(DIST, { recursive: true, force: true });
compile();
if (!pruneDeclarations(DIST, ENTRIES)) {
  rmSync(DIST, { recursive: true });
  compile();
  pruneDeclarations(DIST, ENTRIES);
}
for (const room of ["src", "proofs-check"]) stripComments(join(DIST, room));
for (const name of BUNDLES) await bundle(name);
await buildPages({ configFile: pathOf("web/vite.config.ts") });
