/** Widths of the letters from space to ~ in DejaVu Sans, in thousandths of their size. Source: assets/fonts/DejaVuSans.ttf, table hmtx. */
const WIDTHS = (
  "318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 " +
  "1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 " +
  "500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838"
)
  .split(" ")
  .map(Number);

/** Greek letters, raised and lowered figures; of what is not known, a width that is seldom too small. */
const OTHER = 640;
const IDEOGRAPH = 1000;
/** Bold letters are wider by a ninth on average. */
const BOLD = 1.12;

const letterWidth = (letter: string): number => {
  const code = letter.codePointAt(0) as number;
  return WIDTHS[code === 0xa0 ? 0 : code - 32] ?? (code > 0x2e80 ? IDEOGRAPH : OTHER);
};

/**
 * How wide a text is drawn.
 *
 * @param text one line
 * @param size of its letters, in pixels
 * @param bold whether they are bold
 * @returns pixels
 * @example
 * widthOf("10", 10) // => 12.72
 */
export const widthOf = (text: string, size: number, bold = false): number =>
  ([...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size * (bold ? BOLD : 1)) / 1000;

/** A word in pieces that each fit a line; one letter alone always does. */
function pieces(word: string, width: number, size: number, bold: boolean): string[] {
  const found: string[] = [];
  for (const letter of word) {
    const last = found.at(-1);
    if (last !== undefined && widthOf(last + letter, size, bold) <= width) found[found.length - 1] = last + letter;
    else found.push(letter);
  }
  return found;
}

/**
 * Breaks a text into lines at its spaces; not at those around =, <, > and their like.
 *
 * @param text words; one that is longer than a line is cut
 * @param width of a line, in pixels
 * @param size of its letters, in pixels
 * @param bold whether they are bold
 * @returns lines
 * @example
 * wrap("feature learning overtakes", 60, 10) // => ["feature", "learning", "overtakes"]
 */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text
    .replaceAll(/ ([=<>≤≥]) /g, "\u00a0$1\u00a0")
    .split(/[ \n\t]+/)
    .flatMap((whole) => pieces(whole, width, size, bold))) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
