/** What an element may be given: attributes, and a function for an event of that name behind "on". */
type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void)>>;

/**
 * A new element; text is always text, never markup.
 *
 * @param name of the element
 * @param attributes true for one without a value, false for one that is left out
 * @param inside elements and texts
 * @returns the element
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value !== false) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...inside);
  return element;
}

/** The element of the page that has an id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element "${id}"`);
  return found as T;
}
