import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { mathml } from "./formulas.ts";

const FILE = fileURLToPath(new URL("./story/story.html", import.meta.url));
const PLACE = '<section id="story"';

/**
 * Puts the story's text into the page when it is built, its formulas typeset, so that it is there at the first paint and moves nothing; and a script
 * that runs before it: those who come by a link find the story folded.
 */
export const storyPage: Plugin = {
  name: "story",
  transformIndexHtml: {
    order: "pre",
    handler(page) {
      const text = readFileSync(FILE, "utf8").replaceAll(
        /\$([^$]+)\$([,.?]?)/g,
        // What follows a formula does not begin a line.
        (_, latex: string, after: string) => `<span class="formula">${mathml(latex)}${after}</span>`,
      );
      const end = page.indexOf(">", page.indexOf(PLACE)) + 1;
      return `${page.slice(0, end)}${text}${page.slice(end)}`;
    },
  },
};

/** Runs before the first paint; after the bundler has looked for scripts of its own. */
export const foldBeforePaint: Plugin = {
  name: "fold",
  transformIndexHtml: {
    order: "post",
    handler: () => [{ tag: "script", attrs: { src: "./fold.js" }, injectTo: "head" }],
  },
};
