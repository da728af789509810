import { Resvg } from "@resvg/resvg-js";
import { FONTS } from "./fonts.ts";

/**
 * An SVG as a PNG file.
 *
 * @param svg text of a figure
 * @param zoom pixels of the file for each of the figure
 * @returns the bytes of the file
 */
export function pngOf(svg: string, zoom = 2): Uint8Array {
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: zoom },
    font: { fontFiles: Object.values(FONTS), loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
  })
    .render()
    .asPng();
}
