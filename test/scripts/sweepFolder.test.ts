import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sweepFolder } from "../../scripts/sweepFolder.ts";
import { unpackedText } from "../../src/experiments/packed.ts";
import { runsTable } from "../../src/experiments/sweep/runsTable.ts";
import { toCsvPieces } from "../../src/report/export/csv.ts";
import { newFolder } from "../helpers/newFolder.ts";

const IMAGES = new URL("../../docs/results/images/plans/", import.meta.url).pathname;
const KEPT = new URL("../../docs/results/plans/", import.meta.url).pathname;

describe("sweepFolder", () => {
  it.each(["batch-size", "weight-decay", "betas"])("gives the runs of %s back, cell by cell", (name) => {
    const folder = join(newFolder(), "sweep");
    sweepFolder(join(KEPT, name), folder);
    const { columns, rows } = runsTable(folder);
    const kept = unpackedText(join(KEPT, `${name}.csv`));
    // Tables of before fresh noise was recorded have fewer columns.
    const names = (kept.split("\r\n")[0] as string).split(",");
    const shown = names.map((one) => columns.findIndex((column) => column.name === one));
    const table = {
      columns: shown.map((k) => columns[k] as (typeof columns)[number]),
      rows: [...rows].map((row) => shown.map((k) => row[k] ?? null)),
    };
    expect([...toCsvPieces(table)].join("")).toBe(kept);
  });

  it("gives runs on images back, with what of them varies", () => {
    const folder = newFolder();
    const [head, ...lines] = unpackedText(join(IMAGES, "images-decay.csv")).trimEnd().split("\r\n") as [
      string,
      ...string[],
    ];
    const text = [`${head},patch,stride,precision,only`, ...lines.map((line) => `${line},14x14,7x14,float32,3 8`)];
    const plan = JSON.parse(readFileSync(join(IMAGES, "images-decay.json"), "utf8"));
    const axes = { patch: ["14x14"], stride: ["7x14"], precision: ["float32"], only: ["3 8"] };
    writeFileSync(join(folder, "a.json"), JSON.stringify({ ...plan, axes }));
    writeFileSync(join(folder, "a.csv"), `${text.join("\r\n").replaceAll(/(images \w+)/g, "$1 standard float32")}\r\n`);
    sweepFolder(join(folder, "a"), join(folder, "sweep"));
    const { columns, rows } = runsTable(join(folder, "sweep"));
    const at = ["data", "patch", "stride", "precision", "only"].map((name) =>
      columns.findIndex((one) => one.name === name),
    );
    const cells = [...rows].map((row) => at.map((k) => row[k]));
    expect(cells).toHaveLength(lines.length);
    for (const cell of cells) {
      expect(cell).toEqual([
        expect.stringMatching(/^images \w{12} standard float32$/),
        "14x14",
        "7x14",
        "float32",
        "3 8",
      ]);
    }
  });

  it("refuses a run that a table does not tell the whole of", () => {
    const folder = newFolder();
    const [head, line] = unpackedText(join(KEPT, "betas.csv")).split("\r\n") as [string, string];
    writeFileSync(join(folder, "a.json"), "{}");
    writeFileSync(join(folder, "a.csv"), `${head}\r\n${line.replace(",complete,", ",diverged,")}\r\n`);
    expect(() => sweepFolder(join(folder, "a"), join(folder, "b"))).toThrow(/is diverged: keep its journal$/);
  });
});
