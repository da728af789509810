import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minifySync } from "rolldown/utils";

/**
 * Takes the comments out of compiled code, a third of it: the declarations beside it have them.
 *
 * @param {string} folder whose .js files are rewritten
 * @param {boolean} small whether white space goes, too, and names inside of functions become short: for the package
 */
export function stripComments(folder, small = false) {
  for (const name of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".js"))) {
    const path = join(folder, name);
    const code = readFileSync(path, "utf8");
    const mangle = small && { toplevel: true, keepNames: { function: true, class: true } };
    const options = { module: true, compress: false, mangle, codegen: { removeWhitespace: small } };
    const { code: stripped, errors } = minifySync(path, code, options);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
    if (stripped !== code) writeFileSync(path, stripped);
  }
}
