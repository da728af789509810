import { PHRASES } from "../../proofs-check/words.ts";

/** Colours that terminals have, by what they are used for; words carry the meaning, colours repeat it. */
const CODES = { good: 32, bad: 31, open: 33, faint: 90 } as const;

export type Colour = keyof typeof CODES;

/** Writes a text in a colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is looked at of a stream: `columns` is there where it is a terminal. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const plain: Paint = (_, text) => text;
const coloured: Paint = (colour, text) => `\x1b[${CODES[colour]}m${text}\x1b[39m`;

/**
 * How to colour what goes to a stream.
 *
 * @param stream a terminal or not
 * @param env NO_COLOR, where it is not empty, or TERM=dumb turn colours off (no-color.org)
 * @returns colours, or none
 */
export const paintFor = ({ isTTY }: Output, env: Environment): Paint =>
  isTTY && !env.NO_COLOR && env.TERM !== "dumb" ? coloured : plain;

const COLOUR_OF: Readonly<Record<string, Colour>> = {
  holds: "good",
  applies: "good",
  contradicted: "bad",
  fails: "bad",
  inconclusive: "open",
  depends: "open",
  proved: "good",
  "machine-checked": "good",
  "holds in part": "open",
  "fails with constants 1": "open",
  "hypotheses unmet": "open",
};
/** Phrases of verdicts in two parts, each of which is none but a verdict wherever it stands; "fails for small n" refutes nothing. */
const ALONE = PHRASES.flatMap(([phrase]) => (Object.hasOwn(COLOUR_OF, phrase) ? [] : phrase)).join("|");
/** What holds in some readings is open, whatever those are. */
const READINGS = String.raw`(?:proved|machine-checked|open|${PHRASES.map(([phrase]) => phrase).join("|")}) in \d+ of \d+ readings`;
const PHRASE = new RegExp(`${READINGS}|${ALONE}`, "gi");
const TONES = new Map(PHRASES.map(([phrase, word]) => [phrase, COLOUR_OF[word] ?? "open"] as const));
const WORDS = Object.keys(COLOUR_OF).join("|");
/** A verdict fills the beginning of a cell, follows a colon, or is counted; the same words within a sentence are none. */
const VERDICT = new RegExp(`((?:│|:|^\\d+ claims?: \\d+|, \\d+) +)(${WORDS})(?= +│| \\(|,|$)`, "gim");
const BORDERS = /[┌┬┐├┼┤└┴┘─│]+/g;

/**
 * Colours a text for people: verdicts by what they say, borders of tables faint.
 *
 * @param text plain
 * @param paint of `paintFor`
 * @returns the text
 */
export function painted(text: string, paint: Paint): string {
  if (paint === plain) return text;
  return text
    .replaceAll(VERDICT, (_, before: string, word: string) => {
      return `${before}${paint(COLOUR_OF[word.toLowerCase()] as Colour, word)}`;
    })
    .replaceAll(PHRASE, (phrase) => paint(TONES.get(phrase.toLowerCase()) ?? "open", phrase))
    .replaceAll(BORDERS, (border) => paint("faint", border));
}
