import { Image } from "@tarojs/components";
import { aria } from "./aria";

export interface PictureProps {
  src: string;
  /** What it shows; an empty text marks decoration. */
  alt: string;
  className?: string;
  mode?: "aspectFit" | "aspectFill" | "scaleToFill" | "widthFix";
}

/** An image whose words reach screen readers on both platforms: `alt` in the browser, `aria-label` in WeChat. */
export function Picture({ src, alt, className = "", mode = "aspectFit" }: PictureProps) {
  const words = alt === "" ? aria({ hidden: true }) : aria({ role: "img", label: alt });
  return <Image className={className} src={src} mode={mode} nativeProps={{ alt }} {...words} />;
}
