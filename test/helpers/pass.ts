/** The engine that trains in this pass of the suite where a test names none; vitest.config.ts sets it. */
export const PASS_ENGINE = process.env.ADAMCHECK_TEST_ENGINE as string;
