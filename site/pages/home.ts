import { existsSync } from "node:fs";
import { join } from "node:path";
import { Html, html } from "../../src/report/html/html.ts";
import { type Context, commands, textAt } from "../context.ts";
import { markdown } from "../markdown.ts";
import type { Page } from "../page.ts";
import { relativeUrl, urlOf } from "../routes.ts";
import { counts, type Kept } from "../verdicts.ts";

const URL = "index.html";
const STORY = /^\*\*The story in five lines\.\*\* ([\s\S]*?)\n\n/m;

/** The story as the theory tells it. */
function story(context: Context) {
  const path = "docs/theory.md";
  const [, text] = STORY.exec(textAt(context, path)) ?? [];
  if (text === undefined) throw new Error(`${path} has no story in five lines; the home page tells it`);
  const { body } = markdown(`# Story\n\n${text}`, path, (link) => context.links.to(URL, link));
  return new Html(body.text.replace(/^<h1.*\n/, ""));
}

/** The page that the site opens with. */
export function homePage(context: Context, { claims }: Kept): Page {
  const { description } = JSON.parse(textAt(context, "package.json")) as { description: string };
  const guide = (...names: readonly string[]) => {
    const path = names.map((name) => `docs/guides/${name}.md`).find((one) => existsSync(join(context.root, one)));
    return path === undefined ? "readme.html" : urlOf(path);
  };
  const questions: readonly (readonly [string, string])[] = [
    ["I have an hour. Where do I begin?", guide("first-hour")],
    ["What do signal, noise, feature and patch mean?", "glossary.html#what-is-learnt"],
    ["What is level 0, 1, 2?", "glossary.html#levels"],
    [
      "What does “certified” mean, or “proved”, “tested”, “measured”?",
      "glossary.html#evidence-from-strongest-to-weakest",
    ],
    ["Does Theorem 4.1 hold at n = 8?", "claims/thm-4.1.html"],
    ["Which theorems apply to my setting?", "commands/audit.html"],
    ["How do I test my optimizer?", guide("own-optimizer", "your-own-claim")],
    ["How do I check a lemma of my own?", guide("your-own-claim")],
    ["How many machines can it use?", guide("many-machines")],
    ["How do I get a table or a figure into my paper?", guide("tables-into-a-paper")],
  ];
  const body = html`<h1>adamcheck</h1>
<p class="lead">${description}.</p>
${story(context)}
${commands(["npm i adamcheck", "npx adamcheck simulate --preset small --batch-size 2", "npx adamcheck check moment-ratio --cases 8 --brief"])}
<ul class="cards">
<li><a href="explorer/index.html"><strong>Explorer</strong><span>Watch a network learn the feature, or the noise, in this browser.</span></a></li>
<li><a href="claims/index.html"><strong>Atlas of claims</strong><span>${counts(claims)}</span></a></li>
<li><a href="${relativeUrl(URL, "papers.html")}"><strong>Papers</strong><span>What each proves and measures, and what came of it.</span></a></li>
</ul>
<h2>Questions</h2>
<ul>${questions.map(([text, url]) => html`<li><a href="${url}">${text}</a></li>\n`)}</ul>`;
  return { url: URL, title: "adamcheck", about: description, body };
}
