import { deflateSync } from "node:zlib";

const LATIN = "latin1";

/** A reference to an object of a file. */
export type Reference = `${number} 0 R`;

/**
 * The objects of a PDF file, numbered as they come.
 *
 * Source: ISO 32000-1, 7.3 and 7.5.
 */
export class PdfObjects {
  readonly #objects: Buffer[] = [];

  /** An object of this text. */
  add(text: string): Reference {
    return this.#keep(Buffer.from(text, LATIN));
  }

  /** A place for an object that others name before it is known. */
  reserve(): Reference {
    return this.#keep(Buffer.alloc(0));
  }

  fill(reference: Reference, text: string): void {
    this.#objects[Number.parseInt(reference, 10) - 1] = Buffer.from(text, LATIN);
  }

  /** A compressed stream; `more` are the entries of its dictionary besides. */
  stream(bytes: Uint8Array | string, more = ""): Reference {
    const raw = typeof bytes === "string" ? Buffer.from(bytes, LATIN) : bytes;
    const packed = deflateSync(raw, { level: 9 });
    const head = `<< /Length ${packed.length} /Filter /FlateDecode ${more}>>\nstream\n`;
    return this.#keep(Buffer.concat([Buffer.from(head, LATIN), packed, Buffer.from("\nendstream", LATIN)]));
  }

  /** The file: every object, where each begins, and which is the first. */
  file(root: Reference, info: Reference): Uint8Array {
    // The second line tells programs that the file is not text.
    const parts = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", LATIN)];
    let at = (parts[0] as Buffer).length;
    const places = this.#objects.map((object, k) => {
      const whole = Buffer.concat([Buffer.from(`${k + 1} 0 obj\n`, LATIN), object, Buffer.from("\nendobj\n", LATIN)]);
      const place = at;
      at += whole.length;
      parts.push(whole);
      return place;
    });
    const count = places.length + 1;
    const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
    const trailer = `trailer\n<< /Size ${count} /Root ${root} /Info ${info} >>\nstartxref\n${at}\n%%EOF\n`;
    parts.push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`, LATIN));
    return Buffer.concat(parts);
  }

  #keep(bytes: Buffer): Reference {
    this.#objects.push(bytes);
    return `${this.#objects.length} 0 R`;
  }
}

/** A text as a PDF string, in UTF-16 so that any letter may stand in it. */
export const pdfText = (text: string): string => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return `<${bytes.toString("hex")}>`;
};
