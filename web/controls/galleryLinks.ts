import { GALLERY } from "../choice/gallery.ts";
import type { Choice } from "../choice/state.ts";
import { toAddress, toHash } from "../choice/urlState.ts";
import { byId, make } from "../page/dom.ts";
import { rove } from "../page/rove.ts";

/**
 * Puts the gallery into the page: one stop of the tab key, and arrow keys from start to start.
 *
 * @returns shows which of its starts is on screen, and which is pinned beside it
 */
export function newGallery(): (choice: Choice, pinned: Choice | undefined) => void {
  const links = GALLERY.map((start) => {
    const hash = toAddress(start);
    const link = make("a", { href: `#${hash}` }, make("strong", {}, start.title), make("span", {}, start.about));
    return { link, hash, alone: start.pinned === undefined, own: toHash(start.choice) };
  });
  const gallery = byId("gallery");
  gallery.append(...links.map(({ link }) => make("li", {}, link)));
  const stopAt = rove(
    gallery,
    links.map(({ link }) => link),
  );
  return (choice, pinned) => {
    const [both, own] = [toAddress({ choice, pinned }), toHash(choice)];
    const exact = links.findIndex(({ hash }) => hash === both);
    const current = exact >= 0 ? exact : links.findIndex((link) => link.alone && link.own === own);
    stopAt(Math.max(0, current));
    links.forEach(({ link }, k) => {
      if (k === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
}
