import type { PublishedEnd } from "../../src/experiments/targets/publishedEnd.ts";
import { shortNumber } from "../../src/report/table.ts";
import type { DrawnRun } from "../choice/state.ts";
import { byId, make } from "../page/dom.ts";
import { percent } from "../page/percent.ts";
import { sentence } from "../page/sentence.ts";
import { explainIn } from "../page/tip.ts";
import { explainedLetter } from "./letters.ts";
import { matrixPanel } from "./matrixPanel.ts";
import { type Observation, PREDICTIONS, type Seen } from "./predictions.ts";
import type { Statement } from "./statements.ts";
import type { Mark, Theory } from "./theoryOf.ts";
import { claimFormula } from "./typeset.ts";

/** What is predicted, and where what is observed will stand. */
interface Row {
  readonly statement: Statement;
  readonly observed: HTMLElement;
  readonly agrees: HTMLElement;
}

const hypothesesText = ({ assumes, unmet }: Statement) =>
  unmet.length === 0 ? `all ${assumes.length} hold` : `${unmet.length} of ${assumes.length} fail`;

const HEAD = ["statement", "predicts", "observed", "agrees?", "hypotheses"] as const;

/** What is published of this very run, above what is proved of runs like it; whether one seed agrees is no question of yes or no. */
function publishedRow({ sources, epochs, trainError, testError }: PublishedEnd, observed: HTMLElement): HTMLElement {
  const printed = [
    ...(trainError === null ? [] : [`training error ${percent(trainError)}`]),
    ...(testError === null ? [] : [`test error ${percent(testError)}`]),
  ];
  const words = printed.length > 0 ? `${printed.join(", ")}, after ${epochs} epochs` : "it fails to train";
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, sources.join(", ")),
    make("td", { "data-head": HEAD[1] }, `published: ${words}`),
    observed,
    make("td", { "data-head": HEAD[3] }, "one seed"),
    make("td", {}),
  );
}

function table(label: string, statements: readonly Statement[], rows: Row[], first: readonly HTMLElement[] = []) {
  return make(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": label },
    make(
      "table",
      { class: "verdicts" },
      make("thead", {}, make("tr", {}, ...HEAD.map((text) => make("th", { scope: "col" }, text)))),
      make(
        "tbody",
        {},
        ...first,
        ...statements.map((statement) => {
          const row: Row = {
            statement,
            observed: make("td", { "data-head": HEAD[2] }, "…"),
            agrees: make("td", { "data-head": HEAD[3] }, "…"),
          };
          rows.push(row);
          const term = make(
            "button",
            { type: "button", class: "term", "data-statement": statement.id },
            statement.name,
          );
          return make(
            "tr",
            {},
            make("th", { scope: "row" }, term),
            make("td", { "data-head": HEAD[1] }, PREDICTIONS[statement.id]?.predicts ?? statement.says),
            ...[row.observed, row.agrees],
            make("td", { "data-head": HEAD[4] }, hypothesesText(statement)),
          );
        }),
      ),
    ),
  );
}

function thresholds(marks: readonly Mark[]): HTMLElement {
  if (marks.length === 0) return make("p", {}, "No threshold of weight decay is known for this optimizer.");
  return make(
    "ol",
    { class: "thresholds" },
    ...marks.map(({ name, about, low, median, high }) => {
      const spread = low === high ? "" : ` (${shortNumber(low)} to ${shortNumber(high)} for 5% to 95% of starts)`;
      return make(
        "li",
        {},
        make("strong", {}, `${name}: λ = ${shortNumber(median)}`),
        `${spread}. ${sentence(about)}.`,
      );
    }),
  );
}

/** The answer first: the first statement about runs like this one. */
function summary({ matrix: { statements } }: Theory, seen: Seen | undefined): string {
  const first = statements.find(({ near, id }) => near && PREDICTIONS[id]);
  if (!first) return "No statement of the papers is about runs like this one.";
  const { predicts, observe } = PREDICTIONS[first.id] as NonNullable<(typeof PREDICTIONS)[string]>;
  const bound =
    first.unmet.length === 0
      ? "all its hypotheses hold"
      : hypothesesText(first).replace("fail", "of its hypotheses fail at this size");
  const says = `${first.name} is about runs like this one, and predicts ${predicts}`;
  if (!seen) return `${says}; ${bound}.`;
  const { observed, agrees } = observe(seen);
  return `${says}. Observed: ${observed}, ${agrees ? "as predicted" : "not as predicted"}; ${bound}.`;
}

function fill({ statement, observed, agrees }: Row, seen: Seen | undefined): void {
  const found: Observation | undefined = seen && PREDICTIONS[statement.id]?.observe(seen);
  const none = seen ? "not seen in one run" : "…";
  observed.textContent = found?.observed ?? none;
  agrees.textContent = found ? (found.agrees ? "✓ agrees" : "✗ differs") : none === "…" ? none : "";
  agrees.className = found ? (found.agrees ? "agrees" : "differs") : "";
}

function endText({ history }: Seen): string {
  const { trainError, testError, epoch } = history.at(-1) as Seen["history"][number];
  return `${percent(trainError)} and ${percent(testError)}, after ${epoch}`;
}

/** What is said of a letter in a formula, or of the name of a statement. */
function explanationOf(element: Element, statements: readonly Statement[]): Node | string | undefined {
  if (element instanceof HTMLElement && element.dataset.statement !== undefined) {
    const statement = statements.find(({ id }) => id === element.dataset.statement);
    const formula = claimFormula(element.dataset.statement);
    return (
      statement && make("div", {}, `${sentence(statement.says)} (${statement.source}).`, ...(formula ? [formula] : []))
    );
  }
  return explainedLetter(element);
}

/** The panel. */
export interface TheoryPanel {
  /** Shows what the theory says of a run, and how it ends where it is a published one. */
  show(theory: Theory, run: DrawnRun, published: PublishedEnd | undefined): void;
  /** Fills in what was observed; takes it away where there is nothing yet. */
  observe(seen: Seen | undefined): void;
}

/** Takes charge of the panel's place in the page. */
export function newTheoryPanel(): TheoryPanel {
  const content = byId("theory-content");
  let theory: Theory | undefined;
  let rows: Row[] = [];
  const ended = make("td", { "data-head": HEAD[2] });
  explainIn(content, ".formula mi, .term", (element) => explanationOf(element, theory?.matrix.statements ?? []));
  const observe = (seen: Seen | undefined) => {
    byId("theory-summary").textContent = theory ? summary(theory, seen) : "";
    for (const row of rows) fill(row, seen);
    ended.textContent = seen ? endText(seen) : "…";
  };
  return {
    show(next, run, published) {
      theory = next;
      rows = [];
      const { notes, marks, matrix } = next;
      const first = published ? [publishedRow(published, ended)] : [];
      const near = matrix.statements.filter((statement) => statement.near);
      const far = matrix.statements.filter((statement) => !statement.near);
      content.replaceChildren(
        ...(near.length + first.length > 0 ? [table("predicted and observed", near, rows, first)] : []),
        ...(far.length > 0
          ? [
              make(
                "details",
                {},
                make("summary", {}, `${far.length} statements about other batch sizes or weight decays`),
                table("of other batch sizes or weight decays", far, rows),
              ),
            ]
          : []),
        make("h3", {}, "Which hypothesis holds"),
        matrixPanel(matrix, run),
        make("h3", {}, "Thresholds of weight decay"),
        thresholds(marks),
        make(
          "details",
          {},
          make("summary", {}, "Supports, memory, steady state"),
          ...notes.map((text) => make("p", {}, text)),
        ),
      );
      observe(undefined);
    },
    observe,
  };
}
