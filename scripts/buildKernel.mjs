// Compiles the WebAssembly kernel and writes it into src as a TypeScript module; with --check only compares.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const LINE = 120;

const DENSE = "src/sim/engines";
const COEFFICIENTS = "src/dynamics/engines";
const RANDOM = "src/random";
const SKETCH = "src/dynamics/sketch";
const PRODUCTS = "src/dynamics/products";

const KERNELS = [
  {
    folder: DENSE,
    entry: "index.ts",
    target: "kernel.generated.ts",
    name: "KERNEL",
    about: "The WebAssembly kernel",
    flags: [],
  },
  {
    folder: DENSE,
    entry: "shared.ts",
    target: "sharedKernel.generated.ts",
    name: "SHARED_KERNEL",
    about: "The WebAssembly kernel of a training that two threads share",
    flags: ["--enable", "threads", "--importMemory", "--sharedMemory", "--maximumMemory", "65536"],
  },
  {
    folder: COEFFICIENTS,
    entry: "index.ts",
    target: "kernel.generated.ts",
    name: "KERNEL",
    about: "The WebAssembly kernel of trainings in coefficients",
    flags: [],
  },
  {
    folder: RANDOM,
    entry: "index.ts",
    target: "kernel.generated.ts",
    name: "KERNEL",
    about: "The WebAssembly kernel of random numbers",
    flags: [],
  },
  {
    folder: SKETCH,
    entry: "index.ts",
    target: "kernel.generated.ts",
    name: "KERNEL",
    about: "The WebAssembly kernel of sketches",
    flags: [],
  },
  {
    folder: PRODUCTS,
    entry: "index.ts",
    target: "kernel.generated.ts",
    name: "KERNEL",
    about: "The WebAssembly kernel of products with Gram matrices",
    flags: [],
  },
];

async function compileKernel({ folder, entry, flags }) {
  let binary;
  const { error, stderr } = await asc.main(
    [
      ...[`${folder}/kernel/${entry}`, "--baseDir", root, "--outFile", "kernel.wasm"],
      // bulk memory is on by default; relaxed SIMD, which may fuse multiply and add, is off by default.
      ...["--enable", "simd", "--runtime", "stub", "--exportTable", "-O3", "--noAssert", ...flags],
    ],
    {
      writeFile: (name, contents) => {
        if (name === "kernel.wasm") binary = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return binary;
}

function moduleOf({ folder, name, about }, binary) {
  const lines = Buffer.from(binary)
    .toString("hex")
    .match(new RegExp(`.{1,${LINE}}`, "g"));
  return `// Made by "npm run build:kernel" from ${folder}/kernel; do not edit.

/** ${about}, ${binary.length} bytes in hexadecimals: a string, so that Node, a bundler and a browser load it alike; packed, it is smaller than in base64. */
export const ${name} =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`;
}

for (const kernel of KERNELS) {
  const made = moduleOf(kernel, await compileKernel(kernel));
  const target = new URL(`../${kernel.folder}/${kernel.target}`, import.meta.url);
  if (!process.argv.includes("--check")) await writeFile(target, made);
  else if (made !== (await readFile(target, "utf8"))) {
    console.error(`${kernel.target} does not come from ${kernel.folder}/kernel; run "npm run build:kernel"`);
    process.exitCode = 1;
  }
}
