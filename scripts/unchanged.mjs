import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The files of a path: itself, or all that a folder holds, sorted. */
const filesOf = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort();

/** A hash of files by their names and bytes: when they were written, which a checkout does not keep, is no matter. */
function hashOf(root, inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const path of filesOf(join(root, input))) {
      const bytes = readFileSync(path);
      hash.update(`${path.slice(root.length)}\n${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest("hex");
}

/**
 * Does a step, unless what it is made of is what it was when the step was last done: a clean checkout does each once, whoever asks for it.
 *
 * @param {object} step
 * @param {string} step.root of the checkout, with a / at its end
 * @param {readonly string[]} step.inputs files and folders that it is made of, from there
 * @param {readonly string[]} step.outputs some files that it makes, which must be there
 * @param {string} step.stamp a file that remembers what it was made of; it goes with the outputs
 * @param {() => unknown} step.make does it, or throws
 */
export async function unlessUnchanged({ root, inputs, outputs, stamp, make }) {
  const now = hashOf(root, inputs);
  const whole = [stamp, ...outputs].every((path) => existsSync(join(root, path)));
  if (whole && readFileSync(join(root, stamp), "utf8") === now) return;
  // What is left half done is done again, whatever has become of its sources meanwhile.
  rmSync(join(root, stamp), { force: true });
  await make();
  writeFileSync(join(root, stamp), now);
}
