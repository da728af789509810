import { GALLERY } from "../choice/gallery.ts";
import type { Choice } from "../choice/state.ts";
import { toAddress, toHash } from "../choice/urlState.ts";
import { byId, make } from "../page/dom.ts";

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Puts the gallery into the page: one stop of the tab key, and arrow keys from start to start.
 *
 * @returns shows which of its starts is on screen, and which is pinned beside it
 */
export function newGallery(): (choice: Choice, pinned: Choice | undefined) => void {
  const links = GALLERY.map((start) => {
    const hash = toAddress(start);
    const link = make(
      "a",
      { href: `#${hash}`, tabindex: -1 },
      make("strong", {}, start.title),
      make("span", {}, start.about),
    );
    return { link, hash, alone: start.pinned === undefined, own: toHash(start.choice) };
  });
  const gallery = byId("gallery");
  gallery.append(...links.map(({ link }) => make("li", {}, link)));
  gallery.addEventListener("keydown", (event) => {
    const at = links.findIndex(({ link }) => link === document.activeElement);
    const next = MOVES[event.key]?.(at, links.length - 1);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    links[next]?.link.focus();
  });
  return (choice, pinned) => {
    const [both, own] = [toAddress({ choice, pinned }), toHash(choice)];
    const exact = links.findIndex(({ hash }) => hash === both);
    const current = exact >= 0 ? exact : links.findIndex((link) => link.alone && link.own === own);
    links.forEach(({ link }, k) => {
      link.tabIndex = k === Math.max(0, current) ? 0 : -1;
      if (k === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
}
