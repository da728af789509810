import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIGURES } from "../../../src/report/figures/registry.ts";
import { drawSheet } from "../../../src/report/figures/sheet/sheet.ts";
import { newDocument, svgOf } from "../../../src/report/figures/svg.ts";
import { elementsOf } from "../../helpers/xml.ts";
import { likeGolden } from "./golden.ts";
import { INPUTS, inputOf, placeOf } from "./inputs.ts";

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

it("every figure has an input and a golden picture, and every picture a figure", () => {
  const names = FIGURES.map(({ name }) => name).sort();
  expect(Object.keys(INPUTS).sort()).toEqual(names);
  const pictures = readdirSync(placeOf("golden")).filter((file) => !file.endsWith("-changed.svg"));
  expect(pictures.sort()).toEqual(names.map((name) => `${name}.svg`));
});

describe.each(FIGURES.map((figure) => [figure.name, figure] as const))("%s", (name, figure) => {
  const data = frozen(figure.read(inputOf(name)));
  const svg = svgOf(figure, data);

  it("is the picture that was looked at", () => {
    expect(likeGolden(name, svg), `golden/${name}-changed.svg is another`).toBe(true);
  });

  it("is the same each time, leaves its data alone, and has nothing that another figure on a page would share", () => {
    expect(svgOf(figure, data)).toBe(svg);
    expect(svg).not.toMatch(/ id="|url\(|<style|<script|href=/);
  });

  it("is well-formed, of the size that it says, with a title, a description and every number a number", () => {
    const elements = elementsOf(svg);
    expect(elements.slice(0, 3)).toEqual(["svg", "title", "desc"]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) as unknown as [string, string, string];
    expect(svg).toContain(` height="${height}" width="${width}" xmlns=`);
  });

  it("quotes, in the command, what a shell would take apart", () => {
    const caption = figure.caption(figure.read({ ...inputOf(name), path: "my runs; rm *" }));
    expect(caption.endsWith(`Made by: adamcheck figure ${name} --from 'my runs; rm *'`)).toBe(true);
  });

  it("has a caption that ends in the command, and shows it", () => {
    const caption = figure.caption(data);
    const command = `adamcheck figure ${name} --from ${inputOf(name).path}`;
    expect(caption.endsWith(`Made by: ${command}`)).toBe(true);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(" ");
    const plain = (text: string) => text.replaceAll(/&#160;| /g, " ").replaceAll(/\s+/g, " ");
    expect(plain(texts)).toContain(
      plain(caption).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    );
  });

  it("is drawn by any document, and the element is of that document", () => {
    const made: string[] = [];
    const document = newDocument();
    const create = document.createElementNS.bind(document);
    document.createElementNS = (namespace, element) => {
      made.push(element);
      return create(namespace, element);
    };
    expect(drawSheet(figure.sheet(data), document).outerHTML).toContain("<title>");
    expect(made.filter((element) => element === "title")).toHaveLength(1);
  });
});
