import { html } from "../../src/report/html/html.ts";
import { aboutField } from "../../src/setting/fields.ts";
import { GLOSSARY, type Term } from "../../src/setting/glossary.ts";
import { settingSchema } from "../../src/setting/setting.ts";
import { tableHtml } from "../context.ts";
import { slugOf } from "../markdown.ts";
import type { Page } from "../page.ts";

const term = ({ name, also = [], says }: Term) =>
  html`<dt id="${slugOf(name)}">${name}${also.length === 0 ? "" : html` <small>also: ${also.join(", ")}</small>`}</dt>
<dd>${says}</dd>
`;

/** The numbers of a setting, as the presets explain them. */
const letters = () => ({
  head: ["letter", "meaning", "unit", "range"],
  rows: Object.entries(settingSchema.shape).map(([name, schema]) => {
    const { meaning, unit, range } = aboutField(schema);
    return [name, meaning, unit, range];
  }),
});

/** Every word that is explained. */
export function glossaryPage(): Page {
  const body = html`<h1>Glossary</h1>
<p>The words of results, verdicts and pages, in plain language. The numbers of a setting are at the <a href="#letters">end</a>.</p>
${GLOSSARY.map(({ about, terms }) => html`<h2 id="${slugOf(about)}">${about}</h2>\n<dl class="terms">${terms.map(term)}</dl>\n`)}
<h2 id="letters">Letters</h2>
${tableHtml("Letters", letters())}`;
  const about = "Signal, noise, feature, patch, levels, grades of evidence, verdicts: each word explained.";
  return { url: "glossary.html", title: "Glossary", about, section: "guides", listed: "Glossary", body };
}
