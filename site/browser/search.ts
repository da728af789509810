import MiniSearch, { type SearchResult } from "minisearch";
import type { Entry } from "../searchIndex.ts";
import { OPTIONS } from "../searchOptions.ts";

/** Found places under the field, and on the page of the search. */
const SHORT = 8;
const LONG = 100;

const root = document.documentElement.dataset.root ?? "";
const field = document.getElementById("q") as HTMLInputElement;
const popup = document.getElementById("found") as HTMLElement;
const all = document.getElementById("all");

/** The index is loaded when it is first asked for. */
let loading: Promise<MiniSearch<Entry>> | undefined;
const index = () => {
  loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${root}assets/search-index.js`;
    script.onload = () =>
      done(MiniSearch.loadJSON((globalThis as unknown as { adamcheckIndex: string }).adamcheckIndex, OPTIONS));
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
};

function item({ id, title, page }: SearchResult): HTMLElement {
  const link = document.createElement("a");
  link.href = `${root}${id}`;
  const [strong, small] = [document.createElement("strong"), document.createElement("small")];
  strong.textContent = title;
  small.textContent = title === page ? "" : page;
  link.append(strong, " ", small);
  const place = document.createElement("li");
  place.append(link);
  return place;
}

/** Places with all the words, those first whose title it is; where there are none, with some of them. */
function found(index: MiniSearch<Entry>, text: string): SearchResult[] {
  const all = index.search(text, { combineWith: "AND" });
  const titled = all.filter(({ title }) => title.toLowerCase() === text.toLowerCase());
  return all.length > 0 ? [...titled, ...all.filter((place) => !titled.includes(place))] : index.search(text);
}

const told = (count: number, text: string) =>
  count === 0 ? `Nothing has “${text}”.` : `${count} ${count === 1 ? "place" : "places"}`;

async function show(list: Element, status: Element, most: number): Promise<void> {
  const text = field.value.trim();
  const results = text === "" ? [] : found(await index(), text);
  // Typed on meanwhile: what was asked for last is shown.
  if (text !== field.value.trim()) return;
  list.replaceChildren(...results.slice(0, most).map(item));
  status.textContent = text === "" ? "" : told(results.length, text);
}

const [status, list] = [popup.querySelector("p") as Element, popup.querySelector("ul") as Element];

async function update(): Promise<void> {
  if (all) return show(all, document.getElementById("all-status") as Element, LONG);
  await show(list, status, SHORT);
  popup.hidden = field.value.trim() === "";
}

field.addEventListener("input", update);
field.addEventListener("focus", () => void index());

/** Down and up go through what was found, Escape back. */
popup.parentElement?.addEventListener("keydown", (event) => {
  if (popup.hidden) return;
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "Escape") {
    popup.hidden = true;
    field.focus();
  } else if (event.key === "ArrowDown") (links[at + 1] ?? links[0])?.focus();
  else if (event.key === "ArrowUp") (at <= 0 ? field : links[at - 1])?.focus();
  else return;
  event.preventDefault();
});
document.addEventListener("click", (event) => {
  if (!popup.parentElement?.contains(event.target as Node)) popup.hidden = true;
});
document.addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
});

const asked = new URLSearchParams(location.search).get("q");
if (all && asked !== null) {
  field.value = asked;
  void update();
}
