import { useEffect, useState } from "react";

/** Phone below 768 px, icons beside the content up to 1199, full navigation from 1200 on. WeChat is always a phone. */
export type Layout = "phone" | "narrow" | "wide";

const NARROW_FROM = 768;
const WIDE_FROM = 1200;

function present(): Layout {
  if (process.env.TARO_ENV !== "h5") return "phone";
  const width = window.innerWidth;
  if (width >= WIDE_FROM) return "wide";
  return width >= NARROW_FROM ? "narrow" : "phone";
}

/** How much room there is; follows the browser's window. */
export function useLayout(): Layout {
  const [layout, setLayout] = useState(present);
  useEffect(() => {
    if (process.env.TARO_ENV !== "h5") return undefined;
    const follow = () => setLayout(present());
    window.addEventListener("resize", follow);
    return () => window.removeEventListener("resize", follow);
  }, []);
  return layout;
}
