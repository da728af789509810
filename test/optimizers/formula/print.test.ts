import { test as property } from "@fast-check/vitest";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { ADAPTIVE } from "../../../src/optimizers/adaptiveUpdate.ts";
import { formulaLatex, updateLatex } from "../../../src/optimizers/formula/latex.ts";
import { parseUpdate } from "../../../src/optimizers/formula/parse.ts";
import { formulaText } from "../../../src/optimizers/formula/print.ts";
import { updates } from "./arbitrary.ts";

const treeOf = (step: string) =>
  parseUpdate({ memory: { mom: "g", long_name: "g" }, step }, { betas: true, eps: true }).step.tree;

describe("formulas as text", () => {
  test.each([
    ["((g))", "g"],
    ["2 g", "2*g"],
    ["(g*w)/t", "g*w/t"],
    ["g*(w/t)", "g*(w/t)"],
    ["g/(w*t)", "g/(w*t)"],
    ["g-(w-t)", "g - (w - t)"],
    ["(g-w)-t", "g - w - t"],
    ["g-(-w)", "g - (-w)"],
    ["-(g*w)", "-(g*w)"],
    ["-g*w", "(-g)*w"],
    ["-g^2", "-g^2"],
    ["(-g)^2", "(-g)^2"],
    ["(g^2)^3", "(g^2)^3"],
    ["b1^(1*t)", "b1^t"],
    ["b1^(t-1)", "b1^(t - 1)"],
    ["b1^(-t)", "b1^(-t)"],
    ["g^(-1)", "g^(-1)"],
    ["max(g, w, old(mom))", "max(max(g, w), old(mom))"],
    ["1e21 + 1e-7", "1e+21 + 1e-7"],
  ])("%s", (text, printed) => {
    expect(formulaText(treeOf(text))).toBe(printed);
  });
});

describe("formulas in LaTeX", () => {
  test.each([
    ["g/(abs(w) + eps)", "\\frac{g_t}{\\left|w_{t-1}\\right| + \\epsilon}"],
    ["2*3*g", "2 \\cdot 3 g_t"],
    ["(g/w)^2", "{\\left(\\frac{g_t}{w_{t-1}}\\right)}^{2}"],
    ["(g+w)*t", "\\left(g_t + w_{t-1}\\right) t"],
    ["b1^(2*t+1)", "{\\beta_1}^{2 t + 1}"],
    ["sign(old(mom)) - long_name", "\\operatorname{sgn}\\left(\\mathrm{mom}_{t-1}\\right) - \\mathrm{long\\_name}_{t}"],
    ["min(sqrt(g), 1e-8)", "\\min\\left(\\sqrt{g_t}, 10^{-8}\\right)"],
    ["2.5e-8*g", "2.5 \\cdot 10^{-8} g_t"],
    ["-g*w", "\\left(-g_t\\right) w_{t-1}"],
  ])("%s", (text, latex) => {
    expect(formulaLatex(treeOf(text))).toBe(latex);
  });

  test("of AdamW, equation by equation", () => {
    expect(updateLatex(parseUpdate(ADAPTIVE.paper, { betas: true, eps: true }), "decoupled")).toEqual([
      "g_t = \\nabla L",
      "\\mathrm{mom}_{t} = \\beta_1 \\mathrm{mom}_{t-1} + \\left(1 - \\beta_1\\right) g_t",
      "\\mathrm{sec}_{t} = \\beta_2 \\mathrm{sec}_{t-1} + \\left(1 - \\beta_2\\right) {g_t}^{2}",
      "w_t = \\left(1 - \\eta \\lambda\\right) w_{t-1} - \\frac{\\eta \\mathrm{mom}_{t}}{\\sqrt{\\mathrm{sec}_{t}} + \\epsilon}",
    ]);
    const step = parseUpdate({ step: "g - w" }, { betas: false, eps: false });
    expect(updateLatex(step, "coupled")).toEqual([
      "g_t = \\nabla L + \\lambda w_{t-1}",
      "w_t = w_{t-1} - \\left(g_t - w_{t-1}\\right)",
    ]);
  });

  property.prop([updates])("katex draws whatever can be written", ({ update }) => {
    for (const line of updateLatex(update, "coupled")) {
      expect(katex.renderToString(line, { throwOnError: true, strict: "error" })).toContain("katex");
    }
  });
});
