import { rmSync } from "node:fs";
import { packedName } from "./packed.ts";
import { writeAside } from "./writeAside.ts";

/**
 * As `writeAside`, of a file that somebody may have packed: what lies packed beside it is an earlier one, and is gone afterwards.
 *
 * @param path the file, without .gz
 * @param content text
 * @throws the file system's error
 */
export function writeUnpacked(path: string, content: string): void {
  writeAside(path, content);
  rmSync(packedName(path), { force: true });
}
