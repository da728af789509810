import { type Html, html } from "./html.ts";
import { mark } from "./marked.ts";
import type { Block, Share, Standing } from "./section.ts";

type Standings = Extract<Block, { kind: "standings" }>;

/** Per mille of the bar's width: enough for any screen. */
const at = (x: number) => Math.round(1000 * Math.min(1, Math.max(0, x)));

/** At least so wide, to be seen. */
const LEAST = 12;

/** An interval in percent, rounded outward: "31 to 52%". */
export const percentRange = ({ low, high }: Share): string => {
  const ends = [Math.floor(100 * low), Math.ceil(100 * high)];
  return ends[0] === ends[1] ? `${ends[0]}%` : `${ends.join(" to ")}%`;
};

function bar({ low, high }: Share): Html {
  const width = Math.max(LEAST, at(high) - at(low));
  const x = Math.min(at(low), 1000 - width);
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="1000" height="10"/><rect class="range" x="${x}" width="${width}" height="10"/></svg>`;
}

function row({ name, verdict, says, share }: Standing, link: string | undefined): Html {
  const named = link === undefined ? html`${name}` : html`<a href="#${link}">${name}</a>`;
  return html`<tr><th scope="row">${mark(verdict, "")}${named}</th><td>${says}</td><td class="share">${share ? html`<div>${bar(share)}<span>${percentRange(share)}</span></div>` : "-"}</td></tr>\n`;
}

/**
 * Many things at a glance: a line each, with a bar for how often.
 *
 * @param standings what came of each
 * @param name the id of the caption
 * @param caption with its number
 * @param idOf the id of a heading of the section, by its text
 * @returns a table that is as narrow as a phone
 */
export const drawStandings = (
  { head, rows }: Standings,
  name: string,
  caption: string,
  idOf: (heading: string) => string | undefined,
): Html => html`<table class="standings">
<caption id="${name}">${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map((each) => row(each, each.under === undefined ? undefined : idOf(each.under)))}</tbody>
</table>`;
