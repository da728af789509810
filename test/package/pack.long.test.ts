import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, programIn } from "../helpers/command.ts";
import { PRINTED } from "../helpers/exampleScripts.ts";
import { argumentsOf } from "../helpers/helpExamples.ts";
import { noPandas, pythonWithPandas } from "../helpers/python.ts";
import { elementsOf } from "../helpers/xml.ts";
import { COMMON_JS, MODULE, PAGE } from "./consumers.ts";
import { type Installed, install, type Packed, pack } from "./install.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
/** It was 4 MB before orders beyond powers, certified runs and the files for Coq, 4.5 before proofs by boxes, the neighbours' optimizers and margins, 5 before images, trainers and studies, 5.25 before coefficients on images, denser kernels (in hexadecimals, which are larger unpacked and smaller packed) and figures of studies. */
const MOST_BYTES = 5.5e6;
const OTHER = process.env.NODE_OTHER;
const noOther = OTHER ? undefined : "NODE_OTHER names no other Node";

/** Commands of README that take minutes, or serve: they are started, and stopped with Ctrl-C. */
const LONG = /^(check|reproduce|phase|explore)/;

let packed: Packed;
let installed: Installed;
let folder: string;
beforeAll(async () => {
  packed = await pack();
  installed = await install(packed);
  folder = installed.folder;
}, 300_000);
afterAll(() => {
  if (packed) rmSync(dirname(packed.file), { recursive: true, force: true });
  if (installed) rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe("the package", () => {
  it("has at most 5.5 MB, what it needs, and nothing of what was measured or tested", () => {
    expect(packed.unpackedSize).toBeLessThanOrEqual(MOST_BYTES);
    const { exports, bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const named = [...Object.values(exports["."]), ...Object.values(exports["./browser"]), bin.adamcheck] as string[];
    const wanted = [
      "schemas/run.schema.json",
      "schemas/plan.schema.json",
      "examples/browser.html",
      "CITATION.cff",
      "LICENSE",
      "README.md",
    ];
    for (const path of [...named, ...wanted]) expect(packed.paths).toContain(path.replace("./", ""));
    expect(
      packed.paths.filter((path) =>
        /^(docs\/results|api|test|src|web|proofs-check)\/(?!coq\/|boxes\/certificates\/)/.test(path),
      ),
    ).toEqual([]);
  });

  it("is installed without a word", ({ skip }) => {
    skip(installed.said === undefined, "npm reaches no registry");
    expect(installed.said).toBe("");
  });
});

/** In the folder of a user, who has copied the examples there. */
const copyExamples = () =>
  cpSync(join(folder, "node_modules/adamcheck/examples"), join(folder, "examples"), { recursive: true });

describe.each([
  ["this Node", process.execPath, undefined],
  ["another Node", OTHER ?? "", noOther],
])("with %s", (_, node, without) => {
  beforeAll(copyExamples);

  it.for(Object.entries(PRINTED))("the script %s runs without a warning", async ([name, printed], { skip }) => {
    skip(without !== undefined, without);
    rmSync(join(folder, "rmsprop-phase"), { recursive: true, force: true });
    rmSync(join(folder, "sweep-runs"), { recursive: true, force: true });
    const { code, stdout, stderr } = await programIn(folder, node, join("examples", name));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(printed);
  });

  it("the scripts have drawn their figures", ({ skip }) => {
    skip(without !== undefined, without);
    for (const name of ["batch-2", "batch-40", "rmsprop-phase"]) {
      expect(elementsOf(readFileSync(join(folder, `${name}.svg`), "utf8"))[0]).toBe("svg");
    }
  });

  it("read-a-sweep.py reads in pandas what the sweep has written", async ({ skip }) => {
    skip(without !== undefined, without);
    skip(noPandas !== undefined, noPandas);
    const script = join("examples", "read-a-sweep.py");
    const { code, stdout, stderr } = await programIn(folder, pythonWithPandas as string, script);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^48 runs, \d+ columns\nmedian test error/);
    expect(stdout).toMatch(/\n0\.1000 +0\.\d+ +0\.\d+ +0\.\d+\n$/);
  });

  it("CommonJS requires it, its schemas and its browser's entry, without a warning", async ({ skip }) => {
    skip(without !== undefined, without);
    writeFileSync(
      join(folder, "require.cjs"),
      `const { simulate, audit } = require("adamcheck");
       const { version } = require("adamcheck/package.json");
       const schemas = ["run", "plan"].map((name) => require(\`adamcheck/schemas/\${name}.schema.json\`).title);
       const run = { preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 2, testSize: 10 };
       simulate(run).then(async ({ final }) => {
         const there = await require("adamcheck/browser").simulate(run);
         console.log(version, schemas, audit(run).theorems.length > 0, final.epoch, JSON.stringify(final) === JSON.stringify(there.final));
       });`,
    );
    const { code, stdout, stderr } = await programIn(folder, node, "require.cjs");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("0.1.0 [ 'A run of adamcheck', 'A plan of adamcheck' ] true 2 true\n");
  });
});

/** Runs a command; one that takes long is stopped once it has begun. */
function npx(args: readonly string[], long: boolean): Promise<Ended> {
  const child = spawn("npx", ["adamcheck", ...args], { cwd: folder, detached: true });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].on("data", (text) => void (said[name] += text));
  const clock = long ? setTimeout(() => process.kill(-(child.pid as number), "SIGINT"), 5000) : undefined;
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(clock);
      resolve({ code: code ?? 130, ...said });
    });
  });
}

describe("README's commands, in a folder where the package is installed", () => {
  const lines = [
    ...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/^npm run -s adamcheck -- (.*?)(?: +#.*)?$/gm),
  ].map(([, line]) => line as string);
  beforeAll(copyExamples);

  it("are found", () => {
    expect(lines.length).toBeGreaterThan(3);
  });

  it.each(lines)("npx adamcheck %s", async (line) => {
    const long = LONG.test(line);
    // Its usual port may be taken on this machine.
    const port = line.startsWith("explore") ? ["--port", "0"] : [];
    const { code, stdout, stderr } = await npx([...argumentsOf(line), ...port], long);
    expect([0, ...(long ? [130] : []), ...(line.startsWith("order") ? [1] : [])]).toContain(code);
    expect(stdout + stderr).not.toBe("");
    expect(stderr).not.toMatch(/^(error|warning|npm warn|\(node)/im);
  });
});

/** What a user's tsconfig.json has; nothing is skipped. */
const STRICT = { strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: true, target: "es2022" };

describe("tsc --strict, also of what the package declares", () => {
  const compile = async (name: string, files: Readonly<Record<string, string>>, options: object) => {
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
    writeFileSync(join(place, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(place, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: Object.keys(files) }),
    );
    const { code, stdout } = await programIn(
      place,
      process.execPath,
      join(ROOT, "node_modules/typescript/bin/tsc"),
      "-p",
      ".",
    );
    expect(stdout).toBe("");
    expect(code).toBe(0);
  };
  const NODE = { lib: ["es2023"], types: ["node"] };
  const WEB = { lib: ["es2022", "dom", "dom.iterable"], types: [] };

  beforeAll(() => {
    // A user of Node has its types; their versions are their own affair.
    const types = join(folder, "node_modules/@types");
    mkdirSync(types, { recursive: true });
    rmSync(join(types, "node"), { recursive: true, force: true });
    symlinkSync(join(ROOT, "node_modules/@types/node"), join(types, "node"));
  });

  it("moduleResolution nodenext, from a module and from CommonJS", () =>
    compile("nodenext", { "module.ts": MODULE, "common.cts": COMMON_JS }, { ...NODE, module: "nodenext" }));

  it("moduleResolution bundler", () =>
    compile("bundler", { "module.ts": MODULE }, { ...NODE, module: "esnext", moduleResolution: "bundler" }));

  it("the browser's entry, where no type of Node is known: nodenext", () =>
    compile("page-nodenext", { "page.ts": PAGE }, { ...WEB, module: "nodenext" }));

  it("the browser's entry, where no type of Node is known: bundler", () =>
    compile("page-bundler", { "page.ts": PAGE }, { ...WEB, module: "esnext", moduleResolution: "bundler" }));
});
