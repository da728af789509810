import { Resvg } from "@resvg/resvg-js";
import { FONTS } from "./fonts.ts";

/**
 * An SVG as a PNG file, twice as large.
 *
 * @param svg text of a figure
 * @returns the bytes of the file
 */
export function pngOf(svg: string): Uint8Array {
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontFiles: Object.values(FONTS), loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
  })
    .render()
    .asPng();
}
