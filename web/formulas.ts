import katex from "katex";
import type { Plugin } from "vite";
import { CLAIMS } from "../proofs-check/registry.ts";
import { HYPOTHESES } from "../src/bounds/hypotheses/hypotheses.ts";
import { statementLatex } from "../src/bounds/order/latex.ts";
import { SYMBOLS } from "../src/bounds/order/symbols.ts";
import { parted } from "../src/report/latex/parted.ts";

const ID = "virtual:formulas";

/** LaTeX as MathML, without the LaTeX that it was made from. */
export const mathml = (latex: string): string =>
  parted(latex)
    .map((part) => katex.renderToString(part, { output: "mathml", throwOnError: true, strict: "ignore", trust: false }))
    .join(" ")
    .replaceAll(/<annotation[^>]*>.*?<\/annotation>|<\/?semantics>|<\/?span[^>]*>/gs, "");

const by = <T>(all: Iterable<T>, id: (each: T) => string, latex: (each: T) => string) =>
  Object.fromEntries([...all].map((each) => [id(each), mathml(latex(each))]));

/** What the page typesets, set when it is built: hypotheses (one text for each of their cases), claims, symbols. */
const formulas = () => ({
  statements: by(
    HYPOTHESES.flatMap(({ anyOf }) => anyOf),
    ({ text }) => text,
    statementLatex,
  ),
  claims: by(
    CLAIMS.filter(({ latex }) => latex),
    ({ id }) => id,
    ({ latex }) => latex as string,
  ),
  symbols: by(
    Object.entries(SYMBOLS),
    ([name]) => name,
    ([, { latex }]) => latex,
  ),
});

/** Typesets formulas when the page is built, so that it loads no typesetter: a module of that name exports them as MathML. */
export const typesetFormulas: Plugin = {
  name: "formulas",
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: (id) =>
    id === `\0${ID}`
      ? Object.entries(formulas())
          .map(([name, texts]) => `export const ${name} = ${JSON.stringify(texts)};`)
          .join("\n")
      : undefined,
};
