import { RefusedByDevice } from "./types";

/** Chromium's reader of codes; not yet in TypeScript's own declarations. */
interface CodeReader {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type CodeReaderClass = new (options: { formats: string[] }) => CodeReader;

const LOOK_EVERY_MS = 150;

function codeReader(): CodeReaderClass | undefined {
  return (window as unknown as { BarcodeDetector?: CodeReaderClass }).BarcodeDetector;
}

/** A camera and a reader of codes: Chromium on a secure address. Elsewhere the code is typed. */
export function browserCanScan(): boolean {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return codeReader() !== undefined && devices?.getUserMedia !== undefined;
}

interface Finder {
  video: HTMLVideoElement;
  onCancel(act: () => void): void;
  remove(): void;
}

/** The camera's picture over the whole page with one way out. */
function openFinder(stream: MediaStream): Finder {
  const finder = document.createElement("div");
  finder.className = "scan-finder";
  finder.setAttribute("role", "dialog");
  finder.setAttribute("aria-label", "扫码 Scan");
  const video = document.createElement("video");
  video.srcObject = stream;
  video.muted = true;
  video.playsInline = true;
  video.className = "scan-finder-video";
  const cancel = document.createElement("button");
  cancel.textContent = "取消 Cancel";
  cancel.className = "scan-finder-cancel";
  finder.append(video, cancel);
  document.body.append(finder);
  cancel.focus();
  let leave: () => void = () => undefined;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
  };
  cancel.addEventListener("click", () => leave());
  document.addEventListener("keydown", onKey);
  return {
    video,
    onCancel: (act) => {
      leave = act;
    },
    remove() {
      document.removeEventListener("keydown", onKey);
      stream.getTracks().forEach((track) => track.stop());
      finder.remove();
    },
  };
}

/** The first QR code before the camera. Rejects with `RefusedByDevice` when cancelled or the camera is denied. */
export async function scanWithCamera(): Promise<string> {
  const Reader = codeReader();
  if (Reader === undefined || !browserCanScan()) throw new RefusedByDevice("no camera scanner here");
  const wanted = { video: { facingMode: "environment" }, audio: false };
  const stream = await navigator.mediaDevices.getUserMedia(wanted).catch(() => {
    throw new RefusedByDevice("camera");
  });
  const finder = openFinder(stream);
  let cancelled = false;
  finder.onCancel(() => {
    cancelled = true;
  });
  try {
    await finder.video.play();
    const reader = new Reader({ formats: ["qr_code"] });
    while (!cancelled) {
      const [found] = await reader.detect(finder.video);
      if (found !== undefined) return found.rawValue;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    throw new RefusedByDevice("cancelled");
  } finally {
    finder.remove();
  }
}
