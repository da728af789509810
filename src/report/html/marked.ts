import { type Html, html } from "./html.ts";

/** Signs and classes of verdicts: the word says it, sign and colour repeat it. */
const MARKS: Readonly<Record<string, readonly [sign: string, look: string]>> = {
  holds: ["✓", "good"],
  "holds in part": ["◐", "open"],
  contradicted: ["✗", "bad"],
  "fails with constants 1": ["▽", "open"],
  inconclusive: ["?", "open"],
  "hypotheses unmet": ["–", "open"],
};
const VERDICT = new RegExp(`(^|: )(${Object.keys(MARKS).join("|")})(?=$|;| \\()`, "g");

/**
 * A word with the sign and the colour of a verdict.
 *
 * @param verdict one of those above; a word alone where it is none
 * @param word what is written
 * @returns HTML
 */
export function mark(verdict: string, word: string): Html {
  const found = Object.hasOwn(MARKS, verdict) ? MARKS[verdict] : undefined;
  if (!found) return html`${word}`;
  const [sign, look] = found;
  return html`<span class="mark ${look}"><span aria-hidden="true">${sign} </span>${word}</span>`;
}

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
    parts.push(html`${text.slice(at, index)}${before}${mark(word, word)}`);
    at = index + whole.length;
  }
  return html`${parts}${text.slice(at)}`;
}
