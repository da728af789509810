import type { CompleteSource } from "../../setting/imageSource.ts";
import { completeImages } from "./complete.ts";
import { densityOf, drawImages } from "./draw.ts";
import { readImagesBy } from "./reader.ts";

/* Brought by whatever runs in Node: from then on data may be files of images. */
readImagesBy({
  complete: completeImages,
  density: (data) => densityOf(data as CompleteSource),
  draw: drawImages,
});
