const KB = 1024;
const MB = KB * KB;

/** Bytes as a person reads them: `2.1 MB`, `340 KB`. */
export function sizeWords(bytes: number): string {
  return bytes >= MB ? `${(bytes / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / KB))} KB`;
}
