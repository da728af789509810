import { sizeOf } from "../src/report/figures/svg.ts";
import { type Html, html } from "../src/report/html/html.ts";
import type { Context } from "./context.ts";
import { relativeUrl } from "./routes.ts";

/** What a dark ground is asked by; assets/scheme.js replaces it where a reader has chosen. */
const DARK = "(prefers-color-scheme: dark)";
/** Up to here a wide figure's letters are too small. */
const NARROW = "(max-width: 40rem)";

/** One figure on one ground, for wide and for narrow screens. */
export interface Grounds {
  readonly light: string;
  readonly dark: string;
}

/**
 * A figure that follows the reader's scheme and screen.
 *
 * @param context of the site, which keeps the files
 * @param page that it stands on
 * @param name of its files, unlike any other's of that page
 * @param alt what is seen, in words
 * @param wide for most screens
 * @param narrow for phones
 * @returns a picture whose room is kept free while it loads
 */
export function picture(
  context: Context,
  page: string,
  name: string,
  alt: string,
  { wide, narrow }: { readonly wide: Grounds; readonly narrow: Grounds },
): Html {
  const kept = (svg: string, ending: string) => {
    const url = page.replace(/\.html$/, `-${name}${ending}.svg`);
    context.files.set(url, svg);
    const { width, height } = sizeOf(svg);
    return { url: relativeUrl(page, url), width: String(width), height: String(height) };
  };
  const source = (media: string, svg: string, ending: string) => {
    const { url, width, height } = kept(svg, ending);
    return html`<source media="${media}" srcset="${url}" width="${width}" height="${height}">\n`;
  };
  const { url, width, height } = kept(wide.light, "");
  return html`<picture>
${source(`${NARROW} and ${DARK}`, narrow.dark, "-narrow-dark")}${source(NARROW, narrow.light, "-narrow")}${source(DARK, wide.dark, "-dark")}<img src="${url}" width="${width}" height="${height}" alt="${alt}" loading="lazy">
</picture>`;
}

/**
 * A figure of the documents, of which both grounds are kept.
 *
 * @param context of the site
 * @param page that it stands on
 * @param file path from the checkout's root, without ending
 * @param alt what is seen, in words
 */
export function keptPicture({ links }: Context, page: string, file: string, alt: string): Html {
  const at = (ending: string) => links.to(page, `${file}${ending}.svg`) ?? "";
  return html`<picture>
<source media="${DARK}" srcset="${at("-dark")}">
<img src="${at("")}" alt="${alt}" loading="lazy">
</picture>`;
}
