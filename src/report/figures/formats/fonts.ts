import { fileURLToPath } from "node:url";

/** Seen from the sources, and from what is compiled of them. */
const ROOT = import.meta.url.includes("/dist/src/") ? "../../../../../" : "../../../../";

const pathOf = (name: string) => fileURLToPath(new URL(`${ROOT}assets/fonts/${name}`, import.meta.url));

/** The fonts that the package carries, so that a picture is the same everywhere. */
export const FONTS = { regular: pathOf("DejaVuSans.ttf"), bold: pathOf("DejaVuSans-Bold.ttf") } as const;
