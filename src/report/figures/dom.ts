/** What is drawn into: of a browser's element, or of a document without a browser, what figures need. */
export interface SvgElement {
  textContent: string | null;
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  append(...children: never[]): void;
  querySelectorAll(selectors: string): Iterable<{ remove(): void }>;
}

/** What makes elements: a browser's `document`, or one without a browser (`newDocument` of svg.ts). */
export interface SvgDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

const SVG = "http://www.w3.org/2000/svg";

/** What XML cannot hold, not even escaped: control characters, halves of characters and two that are none. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

/** Text as an SVG can hold it. */
const writable = (text: string): string => text.replaceAll(UNWRITABLE, "\ufffd");

/**
 * An SVG element.
 *
 * @param document that makes it
 * @param name of the element
 * @param attributes numbers and texts
 * @param inside elements, or one text
 * @returns the element
 */
export function svgElement(
  document: SvgDocument,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly SvgElement[] | string = [],
): SvgElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (typeof inside === "string") element.textContent = writable(inside);
  else element.append(...(inside as never[]));
  return element;
}
