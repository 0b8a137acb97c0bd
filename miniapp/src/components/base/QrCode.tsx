import { useMemo } from "react";
import { qrDataUri } from "./qrImage";
import { Picture } from "./Picture";

export interface QrCodeProps {
  text: string;
  /** What the code is for. */
  alt: string;
  className?: string;
}

/** A QR code as an image without canvas. */
export function QrCode({ text, alt, className = "" }: QrCodeProps) {
  const source = useMemo(() => qrDataUri(text), [text]);
  return <Picture src={source} alt={alt} className={className} mode="scaleToFill" />;
}
