/**
 * A time for people.
 *
 * @param seconds >= 0
 * @returns its text, seconds rounded up
 * @example
 * clock(3700) // => "1 h 1 min"
 * clock(0.2) // => "1 s"
 */
export const clock = (seconds: number): string =>
  seconds >= 3600
    ? `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
    : seconds >= 60
      ? `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`
      : `${Math.ceil(seconds)} s`;
