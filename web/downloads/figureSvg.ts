import type { SvgDocument } from "../../src/report/figures/dom.ts";
import type { RunData } from "../../src/report/figures/run/run.ts";
import { trajectory } from "../../src/report/figures/run/trajectory.ts";
import { drawSheet } from "../../src/report/figures/sheet/sheet.ts";

/** The figure of a training, that of `adamcheck figure trajectory`, as XML: `outerHTML` would name characters that only HTML knows. */
export function figureSvg(data: RunData): string {
  const drawn = drawSheet(trajectory.sheet(data), document as unknown as SvgDocument);
  return new XMLSerializer().serializeToString(drawn as unknown as SVGSVGElement);
}
