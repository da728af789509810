import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

/** The font that the package carries, so that the picture is the same everywhere; seen from the sources and from what is compiled of them. */
const fontFile = (root: string) => fileURLToPath(new URL(`${root}assets/fonts/DejaVuSans.ttf`, import.meta.url));
const FONT = fontFile(import.meta.url.includes("/dist/src/") ? "../../../../" : "../../../");

/**
 * An SVG as a PNG file, twice as large.
 *
 * @param svg text of a figure
 * @returns the bytes of the file
 */
export function pngOf(svg: string): Uint8Array {
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
  })
    .render()
    .asPng();
}
