import { type ImageSource, imagesName, isImages, NORMALIZATIONS, PRECISIONS } from "../../setting/imageSource.ts";
import { type Cell, type Entry, entry, valueAt } from "./column.ts";
import { LABEL_LIST, type ListText, SIZE, STEP, textOfList } from "./listText.ts";

/** Where images stand in a run file. */
export const DATA = ["setting", "data"] as const;

/** Images go by their name, and what is unusual of how they become numbers. */
export const imagesCell = ({ sha256, normalize = "unit", precision }: ImageSource): string =>
  [imagesName({ sha256 }), ...(normalize === "unit" ? [] : [normalize]), ...(precision ? [precision] : [])].join(" ");

/** An entry of images; where it is absent they are as usual. */
function imageEntry(name: keyof ImageSource, unit: string, about: string, how: ListText | Cell): Entry {
  const list = typeof how === "object" && how !== null ? how : undefined;
  const usual = list ? null : how;
  const text = (value: unknown) => (list && Array.isArray(value) ? textOfList(list, value) : value);
  const column = entry([...DATA, name], [name, "string", unit, about], (value, file) =>
    isImages(valueAt(file, DATA)) ? (text(value) ?? usual) : null,
  );
  return { ...column, wider: true, ifVaried: true, ...(list && { list }) };
}

/** What of images a plan may vary. Adding one is one entry here. */
export const IMAGE_COLUMNS: readonly Entry[] = [
  imageEntry("patch", "pixels", "height x width of a patch of images", SIZE),
  imageEntry("stride", "pixels", "down x across from one patch of images to the next", STEP),
  imageEntry(
    "normalize",
    "name",
    `how bytes of images become numbers: ${NORMALIZATIONS.join(", ")}`,
    NORMALIZATIONS[0],
  ),
  imageEntry("precision", "name", `what patches of images are multiplied in: ${PRECISIONS.join(", ")}`, PRECISIONS[0]),
  imageEntry("only", "labels", "labels of images that are kept; all where empty", LABEL_LIST),
];
