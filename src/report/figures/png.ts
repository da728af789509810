import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

/** The fonts that the package carries, so that the picture is the same everywhere; seen from the sources and from what is compiled of them. */
const ROOT = import.meta.url.includes("/dist/src/") ? "../../../../" : "../../../";
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  fileURLToPath(new URL(`${ROOT}assets/fonts/${name}`, import.meta.url)),
);

/**
 * An SVG as a PNG file, twice as large.
 *
 * @param svg text of a figure
 * @returns the bytes of the file
 */
export function pngOf(svg: string): Uint8Array {
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
  })
    .render()
    .asPng();
}
