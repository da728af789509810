// A million cases of interval arithmetic against 60 digits of decimal.js, and exact integers where those do not decide.
//   node docs/results/intervals/run.mjs [SEED] [CASES] > docs/results/intervals/result.md        (after `npm run build`)
// The operations are those of dist; the cases and the judge are those of the tests, test/interval/trial.ts.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const [seed, cases] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 1e6)];

/** Makes imports of src those of dist. */
const fromDist = {
  name: "from-dist",
  resolveId: (specifier) => {
    const path = /\/src\/(.*)\.ts$/.exec(specifier)?.[1];
    return path === undefined ? null : { id: pathToFileURL(join(ROOT, `dist/src/${path}.js`)).href, external: true };
  },
};

async function loadTrial() {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-"));
  try {
    const bundle = await rolldown({ input: join(ROOT, "test/interval/trial.ts"), plugins: [fromDist], platform: "node" });
    const { output } = await bundle.write({ file: join(folder, "trial.mjs"), format: "esm" });
    await bundle.close();
    if (!output[0].imports.some((path) => path.includes("/dist/src/bounds/interval/"))) throw new Error("dist is not what runs");
    return await import(pathToFileURL(join(folder, "trial.mjs")).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tally(trial, name, count) {
  const sum = { points: 0, measured: 0, exact: 0, widest: 0, failed: [] };
  for (let index = 0; index < count; index++) {
    const { points, width, failures, operands, result } = trial(name, seed, index);
    sum.points += points;
    if (width !== undefined) {
      sum.measured++;
      sum.exact += width === 0 ? 1 : 0;
      sum.widest = Math.max(sum.widest, width);
    }
    if (failures.length > 0) sum.failed.push({ name, index, operands, result, failures });
  }
  return sum;
}

const { OPERATION_NAMES, trial } = await loadTrial();
const each = Math.ceil(cases / OPERATION_NAMES.length);
const rows = OPERATION_NAMES.map((name) => ({ name, ...tally(trial, name, each) }));
const total = (of) => rows.reduce((sum, row) => sum + of(row), 0);
const failed = rows.flatMap((row) => row.failed);

const version = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8")).version;
console.log(`# Interval arithmetic against 60 digits

\`node docs/results/intervals/run.mjs ${seed} ${cases}\`: adamcheck ${version("package.json")}, Node ${process.versions.node}, decimal.js ${version("node_modules/decimal.js/package.json")}, seed ${seed}.

A case is one operation on intervals drawn for it (test/interval/draw.ts): points, neighbours, wide ones and half-lines between
subnormals, powers of two, numbers next to 1 or to overflow, and pairs whose result is near 0 or the ends of the range. Its points are
the members at which the real function was compared with both ends, by 60 digits, or exactly where those leave it open. Widths are
those of the results on single numbers, in doubles from end to end, where both ends are 0 or normal; 0 is an exact result.
\`pown\` takes exponents up to 20 in size, \`pown near 1\` up to 2^31 (its width stays below 4.01 |n| + 20).

| operation | cases | points | widths measured | of these exact | largest width | failures |
| --- | --- | --- | --- | --- | --- | --- |
${rows
  .map(
    ({ name, points, measured, exact, widest, failed }) =>
      `| ${name} | ${each} | ${points} | ${measured} | ${exact} | ${widest} | ${failed.length} |`,
  )
  .join("\n")}
| all | ${each * rows.length} | ${total((row) => row.points)} | ${total((row) => row.measured)} | ${total((row) => row.exact)} | | ${failed.length} |
`);
for (const failure of failed.slice(0, 10)) console.error(JSON.stringify(failure));
process.exitCode = failed.length > 0 ? 1 : 0;
