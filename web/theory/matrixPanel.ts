import type { DrawnRun } from "../choice/state.ts";
import { make } from "../page/dom.ts";
import { cellText } from "./explainCell.ts";
import type { Assumption, Matrix, Statement } from "./statements.ts";
import { hypothesisFormula } from "./typeset.ts";

/** A hypothesis, seen typeset and heard as text: MathML has no name. */
function headOf({ formula }: Assumption): (Node | string)[] {
  if (formula === "") return ["supports apart"];
  const seen = make("span", { "aria-hidden": "true" }, hypothesisFormula(formula));
  return [seen, make("span", { class: "hidden" }, formula)];
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

const markOf = (statement: Statement, { name, holds }: Assumption) =>
  statement.assumes.includes(name) ? (holds ? "✓" : "✗") : "";
const wordOf = (mark: string) => (mark === "✓" ? "holds" : mark === "✗" ? "fails" : "not asked");

/**
 * The matrix of statements by hypotheses: one stop of the keyboard, whose arrows go from cell to cell; what a cell says stands below.
 *
 * @param matrix of the run
 * @param run whose numbers it is about
 * @returns the elements
 */
export function matrixPanel({ statements, assumptions }: Matrix, run: DrawnRun): HTMLElement {
  const words = make("div", { class: "cell-words", "aria-live": "polite" });
  const say = (row: number, column: number) => {
    const texts = cellText(statements[column], assumptions[row] as Assumption, run);
    words.replaceChildren(...texts.map((text, k) => make(k === 0 ? "p" : "span", {}, text)));
  };
  const cells = assumptions.map((assumption, row) => [
    make(
      "th",
      { scope: "row", role: "rowheader", tabindex: -1, class: assumption.holds ? "holds" : "fails" },
      ...headOf(assumption),
    ),
    ...statements.map((statement) => {
      const mark = markOf(statement, assumption);
      return make(
        "td",
        { role: "gridcell", tabindex: -1, class: wordOf(mark).replace(" ", "-"), "data-row": row },
        make("span", { "aria-hidden": "true" }, mark),
        make("span", { class: "hidden" }, wordOf(mark)),
      );
    }),
  ]);
  const placeOf = (target: EventTarget | null): readonly [number, number] | undefined => {
    const cell = target instanceof Element ? target.closest("td, tbody th") : null;
    const row = cells.findIndex((one) => one.includes(cell as HTMLTableCellElement));
    return row < 0 ? undefined : [row, (cells[row] as HTMLElement[]).indexOf(cell as HTMLElement)];
  };
  const onMove = ({ target }: Event) => {
    const place = placeOf(target);
    if (place) say(place[0], place[1] - 1);
  };
  const onKey = (event: Event) => {
    const step = STEPS[(event as KeyboardEvent).key];
    const place = placeOf(event.target);
    if (!step || !place) return;
    const next = cells[place[0] + step[0]]?.[place[1] + step[1]];
    event.preventDefault();
    if (!next) return;
    (event.target as HTMLElement).tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  const first = cells[0]?.[0];
  if (first) first.tabIndex = 0;
  if (assumptions.length > 0) {
    const failing = assumptions.findIndex(({ holds }) => !holds);
    say(Math.max(0, failing), -1);
  }
  const table = make(
    "table",
    {
      class: "matrix",
      role: "grid",
      "aria-label": "Statements by hypotheses",
      onpointerover: onMove,
      onfocusin: onMove,
      onkeydown: onKey,
    },
    make(
      "thead",
      { role: "rowgroup" },
      make(
        "tr",
        { role: "row" },
        make("th", { scope: "col", role: "columnheader" }, "hypothesis"),
        ...statements.map(({ short, name, near }) =>
          make("th", { scope: "col", role: "columnheader", title: name, class: near ? "near" : "far" }, short),
        ),
      ),
    ),
    make("tbody", { role: "rowgroup" }, ...cells.map((row) => make("tr", { role: "row" }, ...row))),
  );
  return make("div", { class: "matrix-and-words" }, make("div", { class: "scroll" }, table), words);
}
