import katex from "katex";
import { parted } from "../latex/parted.ts";
import { Html, html } from "./html.ts";

const mathml = (latex: string) => {
  const options = { output: "mathml", displayMode: true, throwOnError: true, strict: "ignore", trust: false } as const;
  return new Html(katex.renderToString(latex, options));
};

/**
 * LaTeX as MathML, which browsers draw with fonts of their own.
 *
 * @param latex what stands in an equation; it may come from anywhere: commands that reach out of the formula are refused
 * @returns the formula, in parts; where it is no LaTeX, its source
 */
export function formula(latex: string): Html {
  try {
    return html`${parted(latex).map((part) => html`${mathml(part)}\n`)}`;
  } catch {
    return html`<code>${latex}</code>`;
  }
}
