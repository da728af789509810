import type { PdfFont } from "./font.ts";
import { type Attributes, colourOf, type Paint, paintOf, START } from "./paint.ts";
import { circle, digits, pathOf } from "./path.ts";

/** What of an element is needed; linkedom's have it. */
export interface Node {
  readonly localName: string;
  readonly textContent: string | null;
  readonly children: Iterable<Node>;
  getAttribute(name: string): string | null;
}

/** The fonts of a file. */
export interface Fonts {
  readonly regular: PdfFont;
  readonly bold: PdfFont;
}

/** What a page draws, and the degrees of opacity that its resources must name. */
export interface Content {
  readonly operators: string;
  /** By name: fill and stroke. */
  readonly opacities: ReadonlyMap<string, readonly [fill: number, stroke: number]>;
}

const CAPS: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const JOINS: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

const attributesOf = (node: Node): Attributes => {
  const style = new Map(
    (node.getAttribute("style") ?? "").split(";").map((each) => {
      const [name = "", value = ""] = each.split(":").map((part) => part.trim());
      return [name, value] as const;
    }),
  );
  return (name) => style.get(name) ?? node.getAttribute(name) ?? undefined;
};

/** Lengths: pixels, or em. */
const lengthOf = (text: string | undefined, size: number): number =>
  text === undefined ? 0 : text.endsWith("em") ? Number.parseFloat(text) * size : Number.parseFloat(text);

const rounded = (values: readonly number[]) => values.map(digits).join(" ");

/** Matrices of translate, rotate (degrees) and scale, one after the other. */
function transformsOf(text: string | undefined): string[] {
  return [...(text ?? "").matchAll(/(\w+)\(([^)]*)\)/g)].map(([, name, inside]) => {
    const [a = 0, b] = (inside as string).split(/[ ,]+/).map(Number);
    if (name === "translate") return `1 0 0 1 ${rounded([a, b ?? 0])} cm`;
    if (name === "scale") return `${rounded([a, 0, 0, b ?? a, 0, 0])} cm`;
    // Quarters of a turn are all that figures have.
    const turns: Readonly<Record<string, string>> = { "-90": "0 -1 1 0 0 0 cm", "90": "0 1 -1 0 0 0 cm", "0": "" };
    const turn = name === "rotate" ? turns[String(a)] : undefined;
    if (turn === undefined) throw new Error(`a figure is transformed by ${name}(${inside}), which no figure has`);
    return turn;
  });
}

/**
 * Draws an SVG of a figure with the operators of PDF, in the SVG's own coordinates.
 *
 * @param svg the root
 * @param fonts of the file
 * @returns operators, and degrees of opacity
 * @throws Error for what no figure has
 * Source: ISO 32000-1, 8 (graphics) and 9 (text).
 */
export function contentOf(svg: Node, fonts: Fonts): Content {
  const out: string[] = [];
  const opacities = new Map<string, readonly [number, number]>();

  /** Sets the paint; tells which operator paints a shape with it, none where nothing does. */
  function set(paint: Paint, fillable: boolean): string {
    const fill = fillable ? colourOf(paint.fill, paint.color) : undefined;
    const stroke = paint.strokeWidth > 0 ? colourOf(paint.stroke, paint.color) : undefined;
    if (fill) out.push(`${rounded(fill)} rg`);
    if (stroke) {
      out.push(`${rounded(stroke)} RG ${digits(paint.strokeWidth)} w`);
      out.push(`${CAPS[paint.cap]} J ${JOINS[paint.join]} j [${paint.dashes.replaceAll(",", " ")}] 0 d`);
    }
    if (paint.fillOpacity !== 1 || paint.strokeOpacity !== 1) {
      const name = `G${Math.round(100 * paint.fillOpacity)}x${Math.round(100 * paint.strokeOpacity)}`;
      opacities.set(name, [paint.fillOpacity, paint.strokeOpacity]);
      out.push(`/${name} gs`);
    }
    return fill && stroke ? "B" : fill ? "f" : stroke ? "S" : "n";
  }

  function line(text: string, x: number, y: number, paint: Paint): void {
    const font = paint.bold ? fonts.bold : fonts.regular;
    const width = font.widthOf(text, paint.size);
    const left = x - (paint.anchor === "middle" ? width / 2 : paint.anchor === "end" ? width : 0);
    const paints = set(paint, true);
    const written = (mode: 0 | 1) =>
      // Upright again: the page is turned over.
      `BT /${paint.bold ? "B" : "R"} ${digits(paint.size)} Tf ${mode} Tr 1 0 0 -1 ${rounded([left, y])} Tm ${font.encode(text)} Tj ET`;
    // A halo lies under its letters.
    if (paints === "B" || paints === "S") out.push(written(1));
    if (paints === "B" || paints === "f") out.push(written(0));
  }

  function text(node: Node, at: Attributes, paint: Paint): void {
    const [x, y] = [lengthOf(at("x"), paint.size), lengthOf(at("y"), paint.size) + lengthOf(at("dy"), paint.size)];
    const parts = [...node.children].filter(({ localName }) => localName === "tspan");
    if (parts.length === 0) {
      line(node.textContent ?? "", x, y, paint);
      return;
    }
    let down = y;
    for (const part of parts) {
      const own = attributesOf(part);
      if (own("y") !== undefined) down = lengthOf(own("y"), paint.size);
      down += lengthOf(own("dy"), paint.size);
      line(part.textContent ?? "", own("x") === undefined ? x : lengthOf(own("x"), paint.size), down, paint);
    }
  }

  function shape(path: string, paint: Paint, fillable = true): void {
    const paints = set(paint, fillable);
    if (paints !== "n") out.push(path, paints);
  }

  function draw(node: Node, around: Paint): void {
    const at = attributesOf(node);
    const paint = paintOf(around, at);
    const number = (name: string) => lengthOf(at(name), paint.size);
    out.push("q", ...transformsOf(at("transform")));
    const { localName: name } = node;
    if (name === "svg" && around !== START) out.push(`1 0 0 1 ${rounded([number("x"), number("y")])} cm`);
    if (name === "svg" || name === "g") for (const child of node.children) draw(child, paint);
    else if (name === "text") text(node, at, paint);
    else if (name === "path") shape(pathOf(at("d") ?? ""), paint);
    else if (name === "circle") shape(circle(number("cx"), number("cy"), number("r")), paint);
    else if (name === "rect")
      shape(`${rounded([number("x"), number("y"), number("width"), number("height")])} re`, paint);
    else if (name === "line") {
      const ends = [rounded([number("x1"), number("y1")]), rounded([number("x2"), number("y2")])];
      shape(`${ends[0]} m ${ends[1]} l`, paint, false);
    } else if (!["title", "desc"].includes(name)) throw new Error(`a figure has <${name}>, which no figure has`);
    out.push("Q");
  }

  draw(svg, START);
  return { operators: out.join("\n"), opacities };
}
