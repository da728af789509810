/** Text that is HTML already; everything else is escaped where it is put into HTML. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Control characters have no place in HTML; line feed and tab stay. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const escaped = (text: string) =>
  text.replaceAll(CONTROLS, "\uFFFD").replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

type Value = Html | string | number | readonly Value[];

const textOf = (value: Value): string =>
  value instanceof Html ? value.text : Array.isArray(value) ? value.map(textOf).join("") : escaped(String(value));

/**
 * HTML with values put in: those that are no HTML are escaped, so that no text of a file can become markup. A tag of templates.
 *
 * @param parts of the template, which are HTML
 * @param values text, numbers, HTML, or lists of these
 * @returns HTML
 * @example
 * html`<b>${"1 < 2"}</b>`.text // => "<b>1 &lt; 2</b>"
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(parts.map((part, k) => (k === 0 ? "" : textOf(values[k - 1] as Value)) + part).join(""));
