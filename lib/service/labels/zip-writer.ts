import { crc32 } from 'node:zlib';

/** A ZIP archive has no more files without the extension that old readers do not know (PKWARE APPNOTE 4.4.1.4). */
export const MOST_ZIP_FILES = 65_535;

interface Entry {
  /** As text: a small buffer would keep the larger piece of memory that it was cut from. */
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly at: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0, and names in UTF-8 (general purpose bit 11). */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the earliest that can be said: the same labels make the same file. */
const NO_DATE = 0x21;

/**
 * Writes a ZIP archive (PKWARE APPNOTE 6.3) file by file, stored as they are; only names and places are held until the end. Give every
 * piece that comes back to the archive, in order.
 */
export class ZipWriter {
  readonly #entries: Entry[] = [];
  #at = 0;

  /** The bytes of one more file. Names must differ. Throws beyond {@link MOST_ZIP_FILES}. */
  add(name: string, content: Uint8Array): Uint8Array {
    if (this.#entries.length === MOST_ZIP_FILES) throw new Error('the archive is full');
    const entry = { name, crc: crc32(content), size: content.length, at: this.#at };
    this.#entries.push(entry);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    writeFacts(head, 4, entry);
    const bytes = Buffer.concat([head, Buffer.from(name), content]);
    this.#at += bytes.length;
    return bytes;
  }

  /** The archive's directory, which ends it. */
  end(): Uint8Array {
    const directory = Buffer.concat(this.#entries.map(centralEntry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#at, 16);
    return Buffer.concat([directory, end]);
  }
}

/** What stands in both headers of a file: 26 bytes. */
function writeFacts(head: Buffer, from: number, { name, crc, size }: Entry): void {
  head.writeUInt16LE(VERSION, from);
  head.writeUInt16LE(UTF8_NAMES, from + 2);
  head.writeUInt16LE(NO_DATE, from + 8);
  head.writeUInt32LE(crc, from + 10);
  head.writeUInt32LE(size, from + 14);
  head.writeUInt32LE(size, from + 18);
  head.writeUInt16LE(Buffer.byteLength(name), from + 22);
}

function centralEntry(entry: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  writeFacts(head, 6, entry);
  head.writeUInt32LE(entry.at, 42);
  return Buffer.concat([head, Buffer.from(entry.name)]);
}
