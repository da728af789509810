import { readFileSync } from "node:fs";

/** What of a TrueType font a PDF needs, in thousandths of the letters' size. */
export interface TrueType {
  readonly bytes: Uint8Array;
  readonly box: readonly [left: number, foot: number, right: number, top: number];
  readonly ascent: number;
  readonly descent: number;
  /** Glyphs that the font has. */
  readonly glyphs: number;
  /** The glyph of a character; 0, the box of an unknown one, where there is none. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
}

/** Where the font's tables begin, by their four letters. */
function tablesOf(view: DataView): (name: string) => number {
  const places = new Map<string, number>();
  for (let k = 0; k < view.getUint16(4); k++) {
    const at = 12 + 16 * k;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    places.set(name, view.getUint32(at + 8));
  }
  return (name) => places.get(name) as number;
}

/** The glyph of each character of the basic plane, from the table of the form that all fonts have (4). */
function glyphsOf(view: DataView, cmap: number): (codePoint: number) => number {
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, k) => cmap + view.getUint32(cmap + 8 + 8 * k));
  const at = tables.find((table) => view.getUint16(table) === 4) as number;
  const doubled = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map((by) => at + by);
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let k = 0; k < doubled; k += 2) {
      if (codePoint > view.getUint16((ends as number) + k)) continue;
      const start = view.getUint16((starts as number) + k);
      if (codePoint < start) return 0;
      const delta = view.getUint16((deltas as number) + k);
      const place = (offsets as number) + k;
      const offset = view.getUint16(place);
      if (offset === 0) return (codePoint + delta) % 65536;
      const glyph = view.getUint16(place + offset + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) % 65536;
    }
    return 0;
  };
}

/**
 * Reads a TrueType font.
 *
 * @param path of a .ttf file whose glyphs are outlines
 * @returns its measures and its glyphs
 * Source: the OpenType specification, tables head, hhea, hmtx, maxp and cmap (format 4).
 */
export function trueTypeAt(path: string): TrueType {
  const bytes = new Uint8Array(readFileSync(path));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tablesOf(view);
  const [head, hhea, hmtx] = [table("head"), table("hhea"), table("hmtx")];
  const scaled = (units: number) => Math.round((1000 * units) / view.getUint16(head + 18));
  const measured = view.getUint16(hhea + 34);
  const [left, foot, right, top] = [36, 38, 40, 42].map((by) => scaled(view.getInt16(head + by)));
  return {
    bytes,
    box: [left as number, foot as number, right as number, top as number],
    ...{ ascent: scaled(view.getInt16(hhea + 4)), descent: scaled(view.getInt16(hhea + 6)) },
    glyphs: view.getUint16(table("maxp") + 4),
    glyphOf: glyphsOf(view, table("cmap")),
    advanceOf: (glyph) => scaled(view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1))),
  };
}
