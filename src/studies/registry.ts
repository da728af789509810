import { aboveFloor } from "./named/aboveFloor.ts";
import { firstSteps } from "./named/firstSteps.ts";
import { floor } from "./named/floor.ts";
import { imagesBatch } from "./named/imagesBatch.ts";
import { imagesBetas } from "./named/imagesBetas.ts";
import { imagesBetween } from "./named/imagesBetween.ts";
import { imagesDecay } from "./named/imagesDecay.ts";
import { optimizers } from "./named/optimizers.ts";
import { printed } from "./named/printed.ts";
import { readings } from "./named/readings.ts";
import { recovery } from "./named/recovery.ts";
import { schedules } from "./named/schedules.ts";
import { signs } from "./named/signs.ts";
import { window } from "./named/window.ts";
import { withoutAlpha } from "./named/withoutAlpha.ts";
import type { Study } from "./study.ts";

/** Every study, in the order of the help. Adding one is one line here. */
export const STUDIES: readonly Study[] = [
  withoutAlpha,
  optimizers,
  signs,
  schedules,
  floor,
  aboveFloor,
  printed,
  window,
  recovery,
  firstSteps,
  readings,
  imagesBatch,
  imagesBetween,
  imagesDecay,
  imagesBetas,
];
