/** Says something on standard error, a line each. */
export const note = (lines: readonly string[]): void => lines.forEach((line) => process.stderr.write(`${line}\n`));
