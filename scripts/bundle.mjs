import { dirname, resolve } from "node:path";
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

/** Bundles that another one imports where they are, beside it, in place of having them in it a second time. */
const beside = (names) => ({
  name: "beside",
  resolveId(id, importer) {
    const path = importer && resolve(dirname(importer), id);
    const name = names.find((one) => path === pathOf(`src/${one}.ts`));
    return name && { id: `./${name}.js`, external: true };
  },
});

/**
 * Makes one file of a module of src and all that it imports, in place of what the compiler has made of it.
 *
 * @param {string} name of the module, below src, without ending
 * @param {readonly string[]} others names of bundles that stay files of their own
 */
export const bundle = (name, others = []) =>
  build({
    input: pathOf(`src/${name}.ts`),
    output: { file: pathOf(`dist/src/${name}.js`), format: "esm", minify: true, codeSplitting: false },
    plugins: [oneThread, beside(others)],
    platform: "neutral",
    resolve: { mainFields: ["module", "main"] },
    logLevel: "warn",
  });
