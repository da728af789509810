import { GALLERY } from "../choice/gallery.ts";
import type { Choice } from "../choice/state.ts";
import { toHash } from "../choice/urlState.ts";
import { byId, make } from "../page/dom.ts";

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
