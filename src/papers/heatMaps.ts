import { c22d, c22n } from "./c22/heatMaps.ts";
import type { HeatMap } from "./heatMap.ts";
import { k23, k23Adam, k23n, k23Sum } from "./k23/heatMaps.ts";

/** Every heat map that `reproduce` can run, by name. Adding one is one line here. */
export const HEAT_MAPS: readonly HeatMap[] = [k23, k23Sum, k23n, k23Adam, c22n, c22d];
