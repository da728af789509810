import type { PdfObjects, Reference } from "./objects.ts";
import type { TrueType } from "./trueType.ts";

const hex = (value: number) => value.toString(16).padStart(4, "0");

/** A font of a file: what is written with it is kept in mind, so that it can be read, searched and copied again. */
export interface PdfFont {
  readonly reference: Reference;
  /** The glyphs of a text, as a PDF string. */
  encode(text: string): string;
  /** In pixels. */
  widthOf(text: string, size: number): number;
  /** Writes the font; to be called once, at the end. */
  finish(): void;
}

/** Letters by glyph, as programs that read the text want them. */
function unicodeMap(used: ReadonlyMap<number, string>): string {
  const lines = [...used].map(([glyph, letter]) => {
    const units = Array.from({ length: letter.length }, (_, k) => hex(letter.charCodeAt(k)));
    return `<${hex(glyph)}> <${units.join("")}>`;
  });
  // At most 100 in a section.
  const sections = Array.from({ length: Math.ceil(lines.length / 100) }, (_, k) => lines.slice(100 * k, 100 * (k + 1)));
  const body = sections.map((each) => `${each.length} beginbfchar\n${each.join("\n")}\nendbfchar`).join("\n");
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Letters def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${body}
endcmap
end
end`;
}

/**
 * A TrueType font of a file, whole: the package's own are small.
 *
 * @param objects of the file
 * @param font as it was read
 * @param name as the file calls it
 * @returns the font
 * Source: ISO 32000-1, 9.7 (composite fonts, Identity-H) and 9.10.3 (ToUnicode).
 */
export function pdfFont(objects: PdfObjects, font: TrueType, name: string): PdfFont {
  const reference = objects.reserve();
  const used = new Map<number, string>();
  const glyphsOf = (text: string) =>
    [...text].map((letter) => {
      const glyph = font.glyphOf(letter.codePointAt(0) as number);
      if (!used.has(glyph)) used.set(glyph, letter);
      return glyph;
    });
  return {
    reference,
    encode: (text) => `<${glyphsOf(text).map(hex).join("")}>`,
    widthOf: (text, size) => (glyphsOf(text).reduce((sum, glyph) => sum + font.advanceOf(glyph), 0) * size) / 1000,
    finish() {
      const rising = new Map([...used].sort(([a], [b]) => a - b));
      const file = objects.stream(font.bytes, `/Length1 ${font.bytes.length} `);
      const descriptor = objects.add(
        `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${font.box.join(" ")}] /ItalicAngle 0 /Ascent ${font.ascent} /Descent ${font.descent} /CapHeight ${font.ascent} /StemV 80 /FontFile2 ${file} >>`,
      );
      const widths = [...rising.keys()].map((glyph) => `${glyph} [${font.advanceOf(glyph)}]`).join(" ");
      const descendant = objects.add(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} /CIDToGIDMap /Identity /W [${widths}] >>`,
      );
      const letters = objects.stream(unicodeMap(rising));
      objects.fill(
        reference,
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode ${letters} >>`,
      );
    },
  };
}
