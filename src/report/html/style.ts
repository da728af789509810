import { Html } from "./html.ts";

/** How a report looks: on paper (A4 or Letter), on narrow and wide screens, light and dark. No rule reaches for anything outside the file. */
export const STYLE = new Html(`
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2329; --faint: #59636e; --line: #d4d9de; --shade: #f4f6f8; --link: #0a5a9c;
  --good: #1a6b32; --bad: #b3261e; --open: #7a5200; --range: #2f7fb8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e6eaee; --faint: #a3adb8; --line: #363e47; --shade: #1d232a; --link: #7cbcf5;
    --good: #6bd08a; --bad: #ff9d94; --open: #f0c060; --range: #58a6de;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 80rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.2rem; line-height: 1.25; margin: 0 0 0.5rem; color: var(--faint); font-weight: 600; }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 2.5rem 0 0.25rem; }
section + section { border-top: 2px solid var(--line); margin-top: 3rem; }
h3 { font-size: 1.1rem; margin: 2.25rem 0 0.5rem; }
h2 a, h3 a { color: inherit; text-decoration: none; }
h2 a:hover, h3 a:hover { text-decoration: underline; }
p, li { max-width: 46rem; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.answer { font-size: 1.15rem; line-height: 1.5; margin: 0.5rem 0 1.25rem; max-width: 50rem; }
.answers { list-style: none; padding: 0; }
.answers li { margin: 0 0 0.9rem; max-width: 50rem; }
.answers a { font-weight: 600; }
.lead { margin-top: 1.5rem; }
nav h2 { display: inline; font-size: 0.95rem; font-weight: 500; margin: 0; }
nav ul { margin: 0.25rem 0; padding-left: 1.25rem; }
nav ul ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding: 0; list-style: none; font-size: 0.9rem; }
nav + main > section:first-child h2 { margin-top: 0.75rem; }
ul { padding-left: 1.25rem; }
.path { color: var(--faint); font: 0.88rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; margin: 0; }
dl { margin: 1.25rem 0; padding: 0.6rem 1rem; border-left: 3px solid var(--line); font-size: 0.9rem; columns: 22rem 2; column-gap: 2rem; max-width: 56rem; }
dl div { break-inside: avoid; padding: 0.15rem 0; }
dt { display: inline; font-weight: 600; }
dt::after { content: ": "; }
dd { display: inline; margin: 0; }
details { margin: 1rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; }
main summary { font-size: 0.9rem; font-weight: 600; }
.count { color: var(--faint); font-weight: 400; }
.scroll {
  overflow-x: auto; margin: 1rem 0 1.5rem;
  /* Shadows at the sides to which it goes on. */
  background:
    linear-gradient(to right, var(--paper) 1rem, transparent 3rem) local,
    linear-gradient(to left, var(--paper) 1rem, transparent 3rem) 100% 0 local,
    linear-gradient(to right, var(--line), transparent 0.6rem),
    linear-gradient(to left, var(--line), transparent 0.6rem) 100% 0;
  background-repeat: no-repeat;
}
table { border-collapse: collapse; font-size: 0.88rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; max-width: min(46rem, 100vw - 2rem); }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.7rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--faint); background: var(--shade); }
tbody th { font-weight: 500; }
.number { text-align: right; }
td.number { font-variant-numeric: tabular-nums; }
td:last-child:not(.number) { min-width: 12rem; }
.standings { max-width: 60rem; width: 100%; margin: 1rem 0 1.5rem; }
.standings th, .standings td { padding: 0.22rem 0.5rem; overflow-wrap: break-word; }
.standings td:last-child { min-width: 0; width: 1%; white-space: nowrap; }
.share div { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.6rem; width: 22rem; }
.share span { width: 6rem; font-size: 0.8rem; color: var(--faint); font-variant-numeric: tabular-nums; }
.bar { width: 15rem; height: 0.6rem; }
.whole { fill: var(--line); } .range { fill: var(--range); }
.mark { font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
pre { overflow-x: auto; margin: 0.5rem 0 1rem; padding: 0.75rem 1rem; background: var(--shade); border: 1px solid var(--line); border-radius: 4px; }
code { font: 0.88rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
figure { margin: 1.25rem 0 1.75rem; }
figure .scroll { margin: 0 0 0.4rem; background: none; }
figure svg { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; }
figcaption { color: var(--faint); font-size: 0.9rem; max-width: 46rem; }
.formula { display: flex; flex-wrap: wrap; gap: 0.4rem 1.6rem; overflow-x: auto; overflow-y: hidden; padding: 0.5rem 0; font-size: 1.1rem; }
.formula math { display: inline math; }
.keep { white-space: nowrap; }
@media screen and (prefers-color-scheme: dark) {
  /* Figures are drawn on paper: light and dark change places, hues stay. */
  figure svg { filter: invert(0.92) hue-rotate(180deg); }
}
@media (max-width: 40rem) {
  h2 { font-size: 1.35rem; }
  .answer { font-size: 1.05rem; }
  /* Letters of a figure stay readable: it is looked at part by part instead. */
  figure svg { max-width: none !important; width: 40rem; }
  .share div, .bar { width: 5.5rem; }
}
@page { margin: 16mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --faint: #444444; --line: #bbbbbb; --shade: #f2f2f2; --link: #000000;
    --good: #14532d; --bad: #8c1d18; --open: #5f4000; --range: #555555;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { font-size: 15pt; }
  .answer { font-size: 11.5pt; max-width: none; }
  nav, .count { display: none; }
  a { text-decoration: none; }
  h1, h2, h3, caption, summary, .lead, .path, .answer, h3 + p { break-after: avoid; }
  /* What is folded is open on paper. */
  details { display: block; }
  details::details-content { display: block; content-visibility: visible; height: auto; }
  summary { list-style: none; }
  summary::-webkit-details-marker { display: none; }
  .scroll, pre, .formula { overflow: visible; background: none; }
  table { width: 100%; font-size: 7.5pt; }
  caption, main summary { font-size: 8.5pt; }
  .standings th, .standings td { padding: 0.08rem 0.3rem; }
  .share div { width: 65mm; }
  .share span { font-size: 7pt; width: 18mm; }
  .bar { height: 0.4rem; width: 42mm; }
  dl { font-size: 8.5pt; columns: 2; }
  .formula { font-size: 10pt; }
  caption { max-width: none; }
  thead { display: table-header-group; }
  tr, figure, .formula, pre, li, dl, .answer { break-inside: avoid; }
  /* Never longer than a page, of A4 or Letter, with its caption. */
  figure svg { max-height: 205mm; width: auto; margin: 0 auto; }
  .answer + figure svg { max-height: 155mm; }
  th, td { padding: 0.15rem 0.3rem; overflow-wrap: break-word; }
  tbody th, td:last-child { overflow-wrap: anywhere; }
  td:last-child:not(.number) { min-width: 0; }
  .mark, .keep { white-space: normal; }
  pre { white-space: pre-wrap; }
  p, li { orphans: 3; widows: 3; max-width: none; }
}
`);
