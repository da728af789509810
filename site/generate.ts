import Eleventy from "@11ty/eleventy";
import { layout } from "./layout.ts";
import type { Page } from "./page.ts";

/** What goes onto the site. */
export interface Content {
  readonly pages: readonly Page[];
  /** Files and folders that are copied, and the addresses of their copies. */
  readonly copied: Readonly<Record<string, string>>;
}

/**
 * Writes the site.
 *
 * @param content its pages and files
 * @param input a folder that Eleventy may look into; it has no pages of its own
 * @param output a folder
 * Source: Eleventy writes, copies and refuses two pages of one address.
 */
export async function generate({ pages, copied }: Content, input: string, output: string): Promise<void> {
  const eleventy = new Eleventy(input, output, {
    quietMode: true,
    configPath: false,
    config(config) {
      config.addPassthroughCopy(copied);
      config.setTemplateFormats(["11ty.js"]);
      for (const page of pages) {
        config.addTemplate(`${page.url.replaceAll(/[^\w/-]/g, "_")}.11ty.js`, () => layout(page, pages), {
          permalink: page.url,
        });
      }
    },
  });
  await eleventy.init();
  await eleventy.write();
}
