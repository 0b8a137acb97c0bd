/** Actions of a PDF that run something: a script or a program (ISO 32000-1 §12.6.4.5, §12.6.4.16). */
const RUNNING = /\/(JavaScript|Launch)(?![A-Za-z0-9])/;
/** A name may be written with escapes: `/J#61vaScript`. */
const NAME_ESCAPE = /#([0-9a-fA-F]{2})/g;
/** Longest way to write one of the names, every letter escaped, with its slash. */
const OVERLAP = 64;

/**
 * Looks for such actions while the bytes pass by. Names inside compressed object streams are not seen: this is a net
 * for plain cases, the files are never opened on our side.
 */
export function createPdfScan(): { add(chunk: Buffer): void; found(): boolean } {
  let tail = "";
  let found = false;
  return {
    add(chunk) {
      if (found) return;
      const text = tail + chunk.toString("latin1");
      const plain = text.replace(NAME_ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      found = RUNNING.test(plain);
      tail = text.slice(-OVERLAP);
    },
    found: () => found,
  };
}
