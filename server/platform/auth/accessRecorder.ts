import type { Reader } from "./reader";

/** Kinds of information whose reading is shown to the talent. */
export type ReadSubject =
  | "talentRecord"
  | "request"
  | "material"
  | "phone"
  | "idNumber"
  | "codeScan"
  | "codeScanOffline"
  | "codeRefused"
  | "complaint"
  | "cycle";

/** One reading of a talent's information by somebody else. */
export interface AccessEntryInput {
  talentId: string;
  at: Date;
  reader: Reader;
  what: ReadSubject;
  /** The number of the request or the name of the material, never its content. */
  subject?: string | undefined;
  /** Why a number was revealed. */
  reason?: string | undefined;
}

/** Writes the access log. Readings of one's own information are not entries. */
export interface AccessRecorder {
  /** Buffered for at most half a second: for readings of masked information. Never throws. */
  recordRead(entry: AccessEntryInput): void;
  /** Resolves once the entry is durable: a number is revealed only after it. */
  recordReadNow(entry: AccessEntryInput): Promise<void>;
}
