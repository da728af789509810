/**
 * A text as a sentence begins.
 *
 * @example
 * sentence("above it") // => "Above it"
 */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
