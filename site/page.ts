import type { Html } from "../src/report/html/html.ts";

/** The parts of the site, in the order of its head, and what each is called. */
export const SECTIONS = {
  guides: "Guides",
  claims: "Claims",
  theory: "Theory",
  papers: "Papers",
  commands: "Commands",
  inside: "Inside",
} as const;

export type SectionName = keyof typeof SECTIONS;

/** One page of the site. */
export interface Page {
  /** Address from the site's root. */
  readonly url: string;
  readonly title: string;
  /** A sentence, for search engines. */
  readonly about?: string;
  /** Absent: in none. */
  readonly section?: SectionName;
  /** The heading under which its section lists it. */
  readonly group?: string;
  /** Its name in that list, if it is listed there. */
  readonly listed?: string;
  /** What stands in main, from h1 on. */
  readonly body: Html;
  /** Whether the search finds it: heading by heading unless this is said; as a whole, where all pages of a kind have the same headings; or not. */
  readonly searched?: "whole" | false;
}
