import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A TypeScript file of the project, made into one that Node runs. */
export async function loadStudy(path) {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-"));
  try {
    const bundle = await rolldown({ input: join(ROOT, path), platform: "node" });
    await bundle.write({ file: join(folder, "study.mjs"), format: "esm" });
    await bundle.close();
    return await import(pathToFileURL(join(folder, "study.mjs")).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
