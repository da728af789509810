import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** The path of an empty folder that is removed after the test; for tests and what runs before each. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
