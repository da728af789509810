import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import type { Cell, ColumnHead } from "../../../src/experiments/sweep/column.ts";
import { toCsvPieces } from "../../../src/report/export/csv.ts";
import { FORMATS } from "../../../src/report/export/formats.ts";
import { toJsonPieces } from "../../../src/report/export/json.ts";
import { writeParquet } from "../../../src/report/export/parquet.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const columns: readonly ColumnHead[] = [
  { name: "x", type: "double", unit: "weight", about: "a double" },
  { name: "n", type: "integer", unit: "none", about: "an integer" },
  { name: "name", type: "string", unit: "name", about: "a text" },
];
const cell = (of: fc.Arbitrary<string | number>) => fc.oneof(fc.constant(null), of);
const rows = fc.array(
  fc.tuple(
    cell(fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)),
    cell(fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })),
    cell(fc.string({ minLength: 1, unit: "grapheme" })),
  ),
  { maxLength: 20 },
);

const readBack = async (path: string) => {
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return { objects: await parquetReadObjects({ file }), metadata: parquetMetadata(file) };
};

describe("exports", () => {
  test.prop([rows])("JSON gives every cell back", (table: Cell[][]) => {
    const text = [...toJsonPieces({ columns, rows: table })].join("");
    const { columns: about, runs } = JSON.parse(text);
    expect(about).toEqual(columns);
    expect(runs).toEqual(table.map(([x, n, name]) => ({ x, n, name })));
  });

  test.prop([rows])("CSV gives every number back, and text where it needs no quotes", (table: Cell[][]) => {
    const plain = table.map(([x, n, name]) => [x, n, /[",\r\n]/.test(String(name)) ? "quoted" : name] as Cell[]);
    const text = [...toCsvPieces({ columns, rows: plain })].join("");
    expect(text.split("\r\n").slice(1, -1)).toHaveLength(plain.length);
    for (const [k, line] of text.split("\r\n").slice(1, -1).entries()) {
      const [x = "", n = "", name = ""] = line.split(",");
      expect([x === "" ? null : Number(x), n === "" ? null : Number(n), name === "" ? null : name]).toEqual(plain[k]);
    }
  });

  it("CSV quotes what would break a line", () => {
    const [, line] = [...toCsvPieces({ columns, rows: [[1, 2, 'a "b",\nc']] })];
    expect(line).toBe('1,2,"a ""b"",\nc"\r\n');
  });

  test.prop([rows.filter((list) => list.length > 0)], { numRuns: 20 })(
    "Parquet gives every cell back",
    async (table: Cell[][]) => {
      const path = join(newFolder(), "x.parquet");
      await writeParquet({ columns, rows: table }, path);
      const { objects } = await readBack(path);
      expect(
        objects.map(({ x, n, name }) => [x ?? null, n === undefined || n === null ? null : Number(n), name ?? null]),
      ).toEqual(table);
    },
  );

  it("Parquet says the unit and the meaning of every column, also of an empty table", async () => {
    const path = join(newFolder(), "x.parquet");
    for (const table of [[], [[1, 2, "a"]]]) {
      await writeParquet({ columns, rows: table }, path);
      const { metadata, objects } = await readBack(path);
      expect(objects).toHaveLength(table.length);
      expect(metadata.key_value_metadata).toEqual(
        expect.arrayContaining([
          { key: "x", value: "weight: a double" },
          { key: "n", value: "none: an integer" },
        ]),
      );
    }
  });

  it("are those of the registry", () => {
    expect(Object.keys(FORMATS)).toEqual(["csv", "json", "parquet"]);
  });
});
