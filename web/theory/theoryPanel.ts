import type { Audit } from "../../src/bounds/audit.ts";
import { memoryText, steadyStateText, supportsText } from "../../src/report/auditText.ts";
import { shortNumber } from "../../src/report/table.ts";
import { byId, make } from "../page/dom.ts";
import type { Mark, Theory } from "./theoryOf.ts";

const sizeText = (ratio: number | string) => (typeof ratio === "number" ? shortNumber(ratio) : ratio);

function verdicts({ theorems }: Audit): HTMLElement {
  const about = theorems.filter(({ concerns }) => concerns);
  if (about.length === 0) return make("p", {}, "No theorem is about this optimizer.");
  return make(
    "ul",
    { class: "theorems" },
    ...about.map(({ name, says, applies, because }) =>
      make(
        "li",
        { class: applies ? "applies" : "fails" },
        make("strong", {}, `${name} ${applies ? "applies" : "does not apply"}`),
        `: ${says}.`,
        ...(applies
          ? []
          : [
              make(
                "details",
                {},
                make("summary", {}, `why not (${because.length})`),
                make("ul", {}, ...because.map((reason) => make("li", {}, reason))),
              ),
            ]),
      ),
    ),
  );
}

function hypotheses({ hypotheses: margins }: Audit): HTMLElement {
  const head = ["hypothesis", "left/right", "must be", "so it"].map((text) => make("th", { scope: "col" }, text));
  return make(
    "table",
    {},
    make("caption", {}, "Hypotheses, with the constant 1"),
    make("thead", {}, make("tr", {}, ...head)),
    make(
      "tbody",
      {},
      ...margins.map(({ formula, ratio, needs, holds }) =>
        make(
          "tr",
          { class: holds ? "holds" : "fails" },
          make("th", { scope: "row" }, make("code", {}, formula)),
          make("td", {}, sizeText(ratio)),
          make("td", {}, needs),
          make("td", {}, holds ? "holds" : "fails"),
        ),
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
      return make("li", {}, make("strong", {}, `${name}: λ = ${shortNumber(median)}`), `${spread}. ${about}`);
    }),
  );
}

/** Fills the panel with what the theory says; `undefined` while it is being asked. */
export function showTheory(theory: Theory | undefined): void {
  const panel = byId("theory-content");
  panel.setAttribute("aria-busy", String(theory === undefined));
  if (!theory) return;
  const { audit, marks } = theory;
  const applying = audit.theorems.filter(({ applies }) => applies).length;
  const concerned = audit.theorems.filter(({ concerns }) => concerns).length;
  byId("theory-summary").textContent =
    `${applying} of the ${concerned} statements about this optimizer and network apply to what is on screen.`;
  panel.replaceChildren(
    verdicts(audit),
    make("h3", {}, "Thresholds of weight decay"),
    thresholds(marks),
    make("h3", {}, "Hypotheses"),
    make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "hypotheses" }, hypotheses(audit)),
    ...[supportsText(audit), memoryText(audit), ...steadyStateText(audit)].map((text) => make("p", {}, text)),
  );
}
