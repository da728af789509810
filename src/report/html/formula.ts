import katex from "katex";
import { Html, html } from "./html.ts";

/**
 * LaTeX as MathML, which browsers draw with fonts of their own.
 *
 * @param latex what stands in an equation; it may come from anywhere: commands that reach out of the formula are refused
 * @returns the formula; where it is no LaTeX, its source
 */
export function formula(latex: string): Html {
  try {
    const options = {
      output: "mathml",
      displayMode: true,
      throwOnError: true,
      strict: "ignore",
      trust: false,
    } as const;
    return new Html(katex.renderToString(latex, options));
  } catch {
    return html`<code>${latex}</code>`;
  }
}
