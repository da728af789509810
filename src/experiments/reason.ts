/** The file system's word for what went wrong, such as ENOENT; of another error its message. */
export const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).message;
