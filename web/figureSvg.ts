import type { SvgDocument } from "../src/report/figures/dom.ts";
import type { RunData } from "../src/report/figures/run.ts";
import { trajectory } from "../src/report/figures/trajectory.ts";

/** The figure of a training: that of `adamcheck figure trajectory`. */
export const figureSvg = (data: RunData): string => trajectory.draw(data, document as unknown as SvgDocument).outerHTML;
