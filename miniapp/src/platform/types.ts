/** A file that the person chose on the device. `path` is valid until the app is closed. */
export interface ChosenFile {
  path: string;
  name: string;
  /** Bytes. */
  size: number;
}

export type FileKind = "photo" | "document";

export interface UploadTask {
  /** Settles with status and body text; rejects with `NetworkError` when the connection failed or it was aborted. */
  done: Promise<{ status: number; body: string }>;
  abort(): void;
}

export interface UploadOptions {
  url: string;
  file: ChosenFile;
  headers: Record<string, string>;
  fields: Record<string, string>;
  /** Share sent, 0–1. */
  onProgress: (share: number) => void;
}

export interface DownloadOptions {
  url: string;
  name: string;
  headers: Record<string, string>;
}

export interface ScreenFrame {
  /** px above the navigation bar. */
  statusBarHeight: number;
  /** px at the right end of the navigation bar that WeChat's capsule covers. */
  capsuleSpace: number;
}

/** How WeChat answered for each message template. */
export type ConsentAnswers = Record<string, "accept" | "reject" | "ban" | "filter">;

/** The connection failed: nothing is known about what the server did. */
export class NetworkError extends Error {
  override name = "NetworkError";
}

/** The device or the person refused: access denied, picking cancelled. */
export class RefusedByDevice extends Error {
  override name = "RefusedByDevice";
}

/** A voice that reads a sentence aloud, one after another. */
export interface Speaker {
  say(text: string): void;
}

/** A chosen file that was read whole. */
export interface ChosenText {
  name: string;
  text: string;
}

/** What differs between WeChat and the browser. Nothing outside this folder asks where it runs. */
export interface Platform {
  name: "weapp" | "h5";
  frame(): ScreenFrame;
  /** WeChat's own font size relative to its standard; 1 in the browser. */
  fontScale(): number;
  /** A login code that the server exchanges for a session. `personaId` matters only in the browser. */
  loginCode(personaId?: string): Promise<string>;
  /** Empty when the person closed the picker. Rejects with `RefusedByDevice` when access is denied. */
  chooseFiles(kind: FileKind, count: number): Promise<ChosenFile[]>;
  /**
   * The text of a chosen file with this ending; undefined when the person closed the picker. Rejects with
   * `RefusedByDevice` when it cannot be read.
   */
  chooseText(extension: string): Promise<ChosenText | undefined>;
  upload(options: UploadOptions): UploadTask;
  /** Downloads and shows a file with the device's own viewer. */
  openFile(options: DownloadOptions): Promise<void>;
  /** Fetches a picture that needs the session and answers a path that an image can show. */
  loadPicture(options: Omit<DownloadOptions, "name">): Promise<string>;
  /** Shows chosen pictures over the page. */
  previewPictures(paths: string[], current: string): void;
  /**
   * Asks for consent to messages. Must be called first in a tap: WeChat opens its pop-up only then.
   * Resolves with an empty record when the pop-up cannot be shown.
   */
  askConsent(templateIds: string[]): Promise<ConsentAnswers>;
  call(phoneNumber: string): void;
  copy(text: string): Promise<void>;
  /** The text of a scanned code; rejects with `RefusedByDevice` when cancelled or impossible. */
  scan(): Promise<string>;
  /** Whether this device can scan at all. */
  canScan(): boolean;
  /** Keeps this page out of screenshots and recordings, where WeChat can. */
  hideFromCapture(hide: boolean): void;
  /** A short tap felt by the finger, where the device can. */
  tick(): void;
  /** The device's voice; undefined where there is none. Browsers stay silent until the page was tapped once. */
  speaker(): Speaker | undefined;
  isOnline(): Promise<boolean>;
  onOnlineChange(listener: (online: boolean) => void): () => void;
  setTitle(title: string): void;
  /**
   * A dialog opened: the keyboard's focus moves into the element with this id and Escape calls `onEscape`. The answer
   * ends that and puts the focus back. WeChat has no keyboard and does nothing.
   */
  enterDialog(id: string, onEscape: () => void): () => void;
}
