import { make } from "./dom.ts";

/** What is said of an element while the pointer or the focus is on it; undefined for nothing. */
type Explain = (element: Element) => Node | string | undefined;

/** Pixels between an element and what is said of it. */
const GAP = 6;

/** One for the page: elements come and go. */
let shown: { readonly tip: HTMLElement; of: Element | undefined } | undefined;

function tipOf() {
  if (!shown) {
    const tip = make("div", { id: "tip", role: "tooltip", popover: "manual" });
    document.body.append(tip);
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") hide();
    });
    shown = { tip, of: undefined };
  }
  return shown;
}

function hide(): void {
  if (!shown?.of) return;
  shown.of.removeAttribute("aria-describedby");
  shown.of = undefined;
  shown.tip.hidePopover();
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
  const below = bottom + GAP + height <= innerHeight;
  now.tip.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  now.tip.style.top = `${below ? bottom + GAP : Math.max(GAP, top - GAP - height)}px`;
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
    else hide();
  };
  root.addEventListener("pointerover", on);
  root.addEventListener("focusin", on);
  root.addEventListener("pointerleave", hide);
  root.addEventListener("focusout", hide);
}
