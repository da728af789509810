import { DOMParser } from "linkedom";
import { FONTS } from "../fonts.ts";
import { type Content, contentOf, type Node } from "./content.ts";
import { pdfFont } from "./font.ts";
import { PdfObjects, pdfText } from "./objects.ts";
import { digits } from "./path.ts";
import { trueTypeAt } from "./trueType.ts";

/** Points in a pixel. */
const POINT = 0.75;

const statesOf = ({ opacities }: Content) =>
  [...opacities].map(([name, [fill, stroke]]) => `/${name} << /ca ${fill} /CA ${stroke} >>`).join(" ");

/**
 * An SVG of a figure as a PDF file: one page of its size, lines as lines and letters as letters, with the package's font in it.
 *
 * @param svg text of a figure, whose elements are those that Plot and our sheets write
 * @returns the bytes of the file: no date and no number in it but what the figure says, so that the same figure gives the same bytes
 * Source: ISO 32000-1; docs/notes/pdf.md says why no library writes it.
 */
export function pdfOf(svg: string): Uint8Array {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as Node;
  const [, , width = 0, height = 0] = (root.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const objects = new PdfObjects();
  const fonts = {
    regular: pdfFont(objects, trueTypeAt(FONTS.regular), "DejaVuSans"),
    bold: pdfFont(objects, trueTypeAt(FONTS.bold), "DejaVuSans-Bold"),
  };
  const content = contentOf(root, fonts);
  fonts.regular.finish();
  fonts.bold.finish();
  // Points upwards, as PDF has them, from pixels downwards.
  const drawn = objects.stream(`${POINT} 0 0 -${POINT} 0 ${digits(POINT * height)} cm\n${content.operators}`);
  const pages = objects.reserve();
  const resources = `<< /Font << /R ${fonts.regular.reference} /B ${fonts.bold.reference} >> /ExtGState << ${statesOf(content)} >> >>`;
  const page = objects.add(
    `<< /Type /Page /Parent ${pages} /MediaBox [0 0 ${digits(POINT * width)} ${digits(POINT * height)}] /Resources ${resources} /Contents ${drawn} >>`,
  );
  objects.fill(pages, `<< /Type /Pages /Kids [${page}] /Count 1 >>`);
  const textOf = (name: string) => [...root.children].find(({ localName }) => localName === name)?.textContent ?? "";
  const info = objects.add(`<< /Title ${pdfText(textOf("title"))} /Subject ${pdfText(textOf("desc"))} >>`);
  return objects.file(objects.add(`<< /Type /Catalog /Pages ${pages} >>`), info);
}
