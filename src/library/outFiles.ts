import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../experiments/makeFolder.ts";
import { reason } from "../experiments/reason.ts";
import { fileAt } from "../experiments/writeAside.ts";
import { InputError } from "../setting/inputError.ts";

/**
 * Makes the folder that `out` names.
 *
 * @param out as the user gave it
 * @param inside a folder within it that is wanted as well
 * @throws InputError if it cannot be made
 */
export function makeOut(out: string, inside = ""): void {
  if (out === "") throw new InputError('out must be a folder, but is ""; name one or leave it out');
  try {
    makeFolder(join(out, inside));
  } catch (error) {
    throw new InputError(`out must be a folder, but making ${out} gave ${reason(error)}; name another`);
  }
}

/**
 * Makes sure that a file can be written before the work for it begins.
 *
 * @param path as the user gave it
 * @param force whether an existing file may be replaced
 * @param option its name, for errors
 * @throws InputError if it exists without force, is a folder or device, or cannot be made
 */
export function checkWritable(path: string, force: boolean, option = "out"): void {
  if (path === "") throw new InputError(`${option} must be a path, but is ""; name a file or leave it out`);
  const stat = existsSync(path) ? statSync(path) : undefined;
  if (stat?.isDirectory()) throw new InputError(`${option} must be a file, but ${path} is a folder; name a file in it`);
  if (stat && !stat.isFile()) {
    throw new InputError(`${option} must be a regular file, but ${path} is a pipe, device or socket; name another`);
  }
  if (stat && !force) {
    throw new InputError(
      `${option} must be a new file, but ${path} exists; choose another name, or replace it with force (--force)`,
    );
  }
  try {
    const probe = `${fileAt(path)}.${randomUUID()}.probe`;
    closeSync(openSync(probe, "wx"));
    rmSync(probe);
  } catch (error) {
    throw new InputError(
      `${option} must be writable, but writing beside ${path} gave ${reason(error)}; choose another place`,
    );
  }
}
