/*
 * Compiles src to dist, makes one file each of the packages that are many and of what browsers load, and builds the explorer into dist/web; with a
 * message on stderr and its exit code if the compiler refuses; nothing where sources are what was built. --package: from nothing, without files of sources that are gone, and without
 * declarations that nobody outside can import.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as buildPages } from "vite";
import { bundle } from "./bundle.mjs";
import { pruneDeclarations } from "./pruneDeclarations.mjs";
import { stripComments } from "./stripComments.mjs";
import { unlessUnchanged } from "./unchanged.mjs";

/** Modules that only name what we use of a package whose hundreds of files would take long to load. */
const PACKAGES = ["setting/zod", "algebra/mathjs"];

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const TSCONFIGS = ["tsconfig.json", "tsconfig.build.json"];

const DIST = pathOf("dist");
const forPackage = process.argv.includes("--package");

/** Builds; ends the process where the compiler refuses. */
async function make() {
  if (forPackage) rmSync(DIST, { recursive: true, force: true });
  const { status } = spawnSync(
    process.execPath,
    [pathOf("node_modules/typescript/bin/tsc"), "-p", pathOf("tsconfig.build.json")],
    { stdio: ["ignore", 2, 2] },
  );
  if (status !== 0) process.exit(status ?? 1);
  if (forPackage) {
    pruneDeclarations(DIST, ["src/index.d.ts", "src/browser.d.ts"]);
    // Without it the next build writes them again.
    rmSync(join(DIST, ".tsbuildinfo"));
  }
  for (const room of ["src", "proofs-check"]) stripComments(join(DIST, room), forPackage);
  for (const name of PACKAGES) await bundle(name);
  await bundle("browser", PACKAGES);
  await buildPages({ configFile: pathOf("web/vite.config.ts") });
}

if (forPackage) await make();
else {
  await unlessUnchanged({
    root: pathOf(""),
    inputs: ["src", "proofs-check", "web", "scripts", "package.json", "package-lock.json", ...TSCONFIGS],
    outputs: ["dist/src/index.js", "dist/web/index.html"],
    stamp: "dist/.stamp",
    make,
  });
}
