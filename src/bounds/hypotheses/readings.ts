/** What "test error >= 1/2 - o(1)" is read as at finite size: at least this. */
export const AT_CHANCE = 0.45;

/** What "test error o(1)" is read as at finite size: below this. */
export const FEW_ERRORS = 0.1;

/** The same of gradient descent, which has no noise of its own: at most this. */
export const FEW_ERRORS_OF_GD = 0.05;
