import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** A second thread is Node's: where a browser is asked for one, it says so. */
const oneThread = {
  name: "one-thread",
  resolveId: (id) => (id.endsWith("/twoThreads.ts") ? "\0one-thread" : undefined),
  load: (id) =>
    id === "\0one-thread"
      ? `import { InputError } from ${JSON.stringify(pathOf("src/setting/inputError.ts"))};
export const twoThreads = undefined;
throw new InputError("threads must be 1 in a browser, but is 2; leave it out");`
      : undefined,
};

/**
 * Makes one file of a module of src and all that it imports, in place of what the compiler has made of it.
 *
 * @param {string} name of the module, below src, without ending
 */
export const bundle = (name) =>
  build({
    input: pathOf(`src/${name}.ts`),
    output: { file: pathOf(`dist/src/${name}.js`), format: "esm", minify: true, codeSplitting: false },
    plugins: [oneThread],
    platform: "neutral",
    resolve: { mainFields: ["module", "main"] },
    logLevel: "warn",
  });
