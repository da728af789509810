/**
 * A text with a capital and a full stop.
 *
 * @param text that has neither
 * @returns a sentence
 * @example
 * sentence("nothing happens") // => "Nothing happens."
 */
export const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
