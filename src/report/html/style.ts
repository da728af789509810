import { Html } from "./html.ts";

/** How a report looks: on paper (A4), on narrow and wide screens, light and dark. No rule reaches for anything outside the file. */
export const STYLE = new Html(`
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2329; --faint: #59636e; --line: #d4d9de; --shade: #f4f6f8; --link: #0a5a9c;
  --good: #1a6b32; --bad: #b3261e; --open: #7a5200;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e6eaee; --faint: #a3adb8; --line: #363e47; --shade: #1d232a; --link: #7cbcf5;
    --good: #6bd08a; --bad: #ff9d94; --open: #f0c060;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 76rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.75rem 0 0.25rem; padding-top: 0.75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.08rem; margin: 2rem 0 0.5rem; }
p, li { max-width: 46rem; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav h2 { font-size: 1.1rem; margin-top: 1rem; }
nav ul { margin: 0.25rem 0; padding-left: 1.25rem; }
nav ul ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding: 0; list-style: none; font-size: 0.9rem; }
ul { padding-left: 1.25rem; }
.path { color: var(--faint); font: 0.88rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; margin: 0 0 1rem; }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; font-size: 0.88rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; max-width: min(46rem, 100vw - 2rem); }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.7rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--faint); background: var(--shade); }
tbody th { font-weight: 500; }
.number { text-align: right; }
td.number { font-variant-numeric: tabular-nums; }
td:last-child:not(.number) { min-width: 12rem; }
.mark { font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
pre { overflow-x: auto; margin: 0.5rem 0 1rem; padding: 0.75rem 1rem; background: var(--shade); border: 1px solid var(--line); border-radius: 4px; }
code { font: 0.88rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
figure { margin: 1.25rem 0 1.75rem; }
figure .scroll { margin: 0 0 0.4rem; }
figure svg { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; }
figcaption { color: var(--faint); font-size: 0.9rem; max-width: 46rem; }
.formula { display: flex; flex-wrap: wrap; gap: 0.4rem 1.6rem; overflow-x: auto; overflow-y: hidden; padding: 0.5rem 0; font-size: 1.1rem; }
.formula math { display: inline math; }
.keep { white-space: nowrap; }
@media (max-width: 40rem) {
  /* Letters of a figure stay readable: it is looked at part by part instead. */
  figure svg { max-width: none; width: 40rem; }
}
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --faint: #444444; --line: #bbbbbb; --shade: #f2f2f2; --link: #000000;
    --good: #14532d; --bad: #8c1d18; --open: #5f4000;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  a { text-decoration: none; }
  h1, h2, h3, caption { break-after: avoid; }
  .scroll, pre, .formula { overflow: visible; }
  table { width: 100%; font-size: 7.5pt; }
  .formula { font-size: 10pt; }
  caption { max-width: none; }
  thead { display: table-header-group; }
  tr, figure, .formula { break-inside: avoid; }
  th, td { padding: 0.15rem 0.3rem; overflow-wrap: break-word; }
  tbody th, td:last-child { overflow-wrap: anywhere; }
  td:last-child:not(.number) { min-width: 0; }
  .mark, .keep { white-space: normal; }
  pre { white-space: pre-wrap; }
  p, li { orphans: 3; widows: 3; max-width: none; }
}
`);
