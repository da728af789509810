import { hash } from "node:crypto";

/**
 * Hash of a text.
 *
 * @param text any
 * @returns SHA-256 of its UTF-8, 64 hexadecimal digits
 */
export const textHash = (text: string): string => hash("sha256", text, "hex");
