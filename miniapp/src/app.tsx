import type { PropsWithChildren } from "react";
import "./theme/app.scss";

/** Entry of the mini-program: pages draw themselves inside `Page`, so nothing surrounds them here. */
export default function App({ children }: PropsWithChildren) {
  return children;
}
