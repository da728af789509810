import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sweepFolder } from "../../scripts/sweepFolder.ts";
import { unpackedText } from "../../src/experiments/packed.ts";
import { runsTable } from "../../src/experiments/sweep/runsTable.ts";
import { toCsvPieces } from "../../src/report/export/csv.ts";
import { newFolder } from "../helpers/newFolder.ts";

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

  it("refuses a run that a table does not tell the whole of", () => {
    const folder = newFolder();
    const [head, line] = unpackedText(join(KEPT, "betas.csv")).split("\r\n") as [string, string];
    writeFileSync(join(folder, "a.json"), "{}");
    writeFileSync(join(folder, "a.csv"), `${head}\r\n${line.replace(",complete,", ",diverged,")}\r\n`);
    expect(() => sweepFolder(join(folder, "a"), join(folder, "b"))).toThrow(/is diverged: keep its journal$/);
  });
});
