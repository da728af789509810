import { byId, make } from "./dom.ts";

/** What is said of an element while the pointer or the focus is on it; undefined for nothing. */
type Explain = (element: Element) => Node | string | undefined;

/** Pixels between an element and what is said of it. */
const GAP = 6;

/** Milliseconds in which the pointer may go from an element to what is said of it. */
const GRACE = 200;

let leaving: ReturnType<typeof setTimeout> | undefined;

/** One for the page: elements come and go. */
let shown: { readonly tip: HTMLElement; of: Element | undefined } | undefined;

function tipOf() {
  if (!shown) {
    const tip = make("div", { id: "tip", role: "tooltip", popover: "manual" });
    byId("main").append(tip);
    // It can be gone over with the pointer, too.
    tip.addEventListener("pointerenter", () => clearTimeout(leaving));
    tip.addEventListener("pointerleave", hide);
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") hide();
    });
    shown = { tip, of: undefined };
  }
  return shown;
}

function hide(): void {
  clearTimeout(leaving);
  if (!shown?.of) return;
  shown.of.removeAttribute("aria-describedby");
  shown.of = undefined;
  shown.tip.hidePopover();
}

function hideSoon(): void {
  clearTimeout(leaving);
  leaving = setTimeout(hide, GRACE);
}

function show(element: Element, inside: Node | string): void {
  const now = tipOf();
  hide();
  now.of = element;
  now.tip.replaceChildren(inside);
  element.setAttribute("aria-describedby", "tip");
  now.tip.showPopover();
  const { left, bottom, top } = element.getBoundingClientRect();
  const { width, height } = now.tip.getBoundingClientRect();
  const above = top - GAP - height >= 0;
  now.tip.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  now.tip.style.top = `${above ? top - GAP - height : bottom + GAP}px`;
}

/**
 * Lets elements explain themselves, under the pointer and under the focus, until either leaves or Escape is pressed.
 *
 * @param root of the elements; it may fill later
 * @param selector of those that may have something to say
 * @param explain what it is
 */
export function explainIn(root: Element, selector: string, explain: Explain): void {
  const on = ({ target }: Event) => {
    const element = target instanceof Element ? target.closest(selector) : null;
    const inside = element ? explain(element) : undefined;
    if (element && inside !== undefined) show(element, inside);
    else hideSoon();
  };
  root.addEventListener("pointerover", on);
  root.addEventListener("focusin", on);
  root.addEventListener("pointerleave", hideSoon);
  root.addEventListener("focusout", hide);
}
