import { byId, make } from "./dom.ts";
import { GALLERY } from "./gallery.ts";
import type { Choice } from "./state.ts";
import { toHash } from "./urlState.ts";

/** Shows the gallery, and which of its starts is on screen. */
export function showGallery(choice: Choice): void {
  const now = toHash(choice);
  byId("gallery").replaceChildren(
    ...GALLERY.map(({ title, about, choice: start }) => {
      const hash = toHash(start);
      const current = hash === now && { "aria-current": "true" };
      return make(
        "li",
        {},
        make("a", { href: `#${hash}`, ...current }, make("strong", {}, title), make("span", {}, about)),
      );
    }),
  );
}
