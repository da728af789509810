import { type Html, html } from "./html.ts";

/** Signs and classes of verdicts: the word says it, sign and colour repeat it. */
const MARKS: Readonly<Record<string, readonly [sign: string, look: string]>> = {
  holds: ["✓", "good"],
  contradicted: ["✗", "bad"],
  inconclusive: ["?", "open"],
  "hypotheses unmet": ["–", "open"],
};
const VERDICT = new RegExp(`(^|: )(${Object.keys(MARKS).join("|")})(?=$|;| \\()`, "g");

/**
 * A text in which verdicts are marked, at its beginning or after a colon.
 *
 * @param text plain
 * @returns HTML
 */
export function marked(text: string): Html {
  const parts: Html[] = [];
  let at = 0;
  for (const { index, 0: whole, 1: before = "", 2: word = "" } of text.matchAll(VERDICT)) {
    const [sign, look] = MARKS[word] as readonly [string, string];
    parts.push(
      html`${text.slice(at, index)}${before}<span class="mark ${look}"><span aria-hidden="true">${sign} </span>${word}</span>`,
    );
    at = index + whole.length;
  }
  return html`${parts}${text.slice(at)}`;
}
