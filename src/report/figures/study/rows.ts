import type { Cell } from "../../../experiments/sweep/column.ts";
import { InputError } from "../../../setting/inputError.ts";
import { partsOf } from "../../../setting/parts.ts";
import type { Agreement, Row } from "../../../studies/study.ts";
import { PART } from "../../pointName.ts";
import type { Table } from "../../table.ts";
import type { Source } from "../figure.ts";

/** What the figure needs of a point of a study. */
export interface StudyRow extends Omit<Row, "seeds" | "silent" | "overturns"> {
  /** Whether it overturns the study, as counted. */
  readonly overturns: boolean;
}

export const STUDY_TABLE =
  'the table that "study --format csv" or "--format json" wrote, such as docs/results/studies/floor.csv';
const parts = partsOf(STUDY_TABLE);

const AGREES: readonly Agreement[] = ["yes", "no", "open"];
const KINDS: readonly NonNullable<Row["kind"]>[] = ["share", "median"];

const oneOf = <T extends string>(all: readonly T[], value: unknown, place: string): T | undefined => {
  if (value === undefined || value === "") return undefined;
  return all.find((each) => each === value) ?? parts.refuse(place, `one of ${all.join(", ")}`, value);
};

type Cells = Readonly<Record<string, unknown>>;

/** A row from whatever holds its entries by name. */
function rowOf(cells: Cells, at: StudyRow["at"], place: string): StudyRow {
  const number = (name: string) => {
    const cell = cells[name];
    return cell === undefined || cell === null || cell === "" ? null : parts.number(cell, `${place}.${name}`);
  };
  const [least, most, published] = [number("least"), number("most"), number("published")];
  const agrees = oneOf(AGREES, cells["agrees"], `${place}.agrees`);
  const kind = oneOf(KINDS, cells["kind"], `${place}.kind`);
  const called = cells["called"];
  return {
    ...{
      part: parts.text(cells["part"], `${place}.part`),
      at,
      measure: parts.text(cells["measure"], `${place}.measure`),
    },
    ...(typeof called === "string" && called !== "" && { called }),
    ...(kind && { kind }),
    ...{ value: number("value"), low: number("low"), high: number("high") },
    ...(least !== null && most !== null && { predicted: { least, most } }),
    ...(agrees && { agrees }),
    overturns: cells["overturns"] === true || cells["overturns"] === "yes",
    ...(published !== null && { published }),
  };
}

/** What stands in a table: a number where it reads as one. */
const cellFrom = (text: string): Cell => (text === "" ? null : Number.isFinite(Number(text)) ? Number(text) : text);

function fromTable({ head, rows }: Table): StudyRow[] {
  const end = head.indexOf("measure");
  if (head[0] !== PART || end < 0)
    throw new InputError(
      `from must name ${STUDY_TABLE}, in which the first column is part and one is measure, but they are ${head.slice(0, 12).join(", ")}; check the path`,
    );
  const own = head.slice(1, end).filter((name) => name !== "called");
  return rows.map((cells, k) => {
    const told = (name: string) => cells[head.indexOf(name)] as string;
    const at = Object.fromEntries(
      own.map((name) => [name, cellFrom(told(name))] as const).filter(([, cell]) => cell !== null),
    );
    const texts = ["part", "called", "measure", "kind", "agrees", "overturns"];
    return rowOf(
      Object.fromEntries(head.map((name) => [name, texts.includes(name) ? told(name) : cellFrom(told(name))])),
      at,
      `row ${k + 1}`,
    );
  });
}

function fromResult(value: unknown): { readonly question: string; readonly rows: StudyRow[] } {
  const result = parts.object(value, "the whole");
  const rows = parts.list(result["rows"], "rows").map((each, k) => {
    const row = parts.object(each, `rows[${k}]`);
    const predicted = row["predicted"] === undefined ? {} : parts.object(row["predicted"], `rows[${k}].predicted`);
    const at = Object.entries(parts.object(row["at"], `rows[${k}].at`)).filter(([, cell]) => cell !== null);
    return rowOf({ ...row, ...predicted }, Object.fromEntries(at) as StudyRow["at"], `rows[${k}]`);
  });
  return { question: parts.text(result["question"], "question"), rows };
}

/** What a file is called, without folders and ending. */
const stem = (path: string) => path.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "");

/**
 * The points of a study, and what it asks.
 *
 * @param source of its table, or of its result
 * @returns rows, one or more, and a title
 * @throws InputError where the source is something else
 */
export function studyFrom(source: Source): { readonly title: string; readonly rows: readonly StudyRow[] } {
  const table = source.table();
  const { title, rows } = table
    ? { title: `Study ${stem(source.path)}: found and predicted`, rows: fromTable(table) }
    : (({ question, rows }) => ({ title: question, rows }))(fromResult(source.json()));
  if (!rows.some(({ value }) => value !== null))
    throw new InputError(`from must name ${STUDY_TABLE} with a value, but ${source.path} has none; run the study`);
  return { title, rows };
}
