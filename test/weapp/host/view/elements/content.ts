import { fire } from "../framework";
import { react } from "../reactions";
import { BuiltIn } from "./builtIn";

const FITS: Record<string, string> = {
  aspectFit: "contain",
  aspectFill: "cover",
  scaleToFill: "fill",
  center: "none",
};

/** `<image>` */
export class Picture extends BuiltIn {
  private image!: HTMLImageElement;

  protected override start(): void {
    const image = document.createElement("img");
    this.image = image;
    image.alt = "";
    this.appendChild(image);
    image.addEventListener("load", () =>
      fire(this, "load", { width: image.naturalWidth, height: image.naturalHeight }),
    );
    image.addEventListener("error", () => fire(this, "error", { errMsg: "image load failed" }));
    this.sync("src");
    this.sync("mode");
  }

  protected override sync(name: string): void {
    const value = this.read(name);
    if (name === "src" && typeof value === "string" && value !== "") this.image.src = value;
    if (name === "mode") this.image.style.objectFit = FITS[String(value)] ?? "fill";
    if (name === "mode" && value === "widthFix") this.style.height = this.image.style.height = "auto";
  }
}

interface RichNode {
  type?: string;
  text?: string;
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

function richNode(node: RichNode): Node {
  if (node.type === "text") return document.createTextNode(node.text ?? "");
  const element = document.createElement(node.name ?? "div");
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value);
  element.append(...(node.children ?? []).map(richNode));
  return element;
}

/** `<rich-text>` */
export class RichText extends BuiltIn {
  protected override start(): void {
    this.sync("nodes");
  }

  protected override sync(name: string): void {
    if (name !== "nodes") return;
    const nodes = this.read("nodes");
    if (Array.isArray(nodes)) this.replaceChildren(...(nodes as RichNode[]).map(richNode));
    else this.innerHTML = typeof nodes === "string" ? nodes : "";
  }
}

/** `<scroll-view>` */
export class ScrollArea extends BuiltIn {
  private atBottom = false;

  protected override start(): void {
    this.addEventListener("scroll", () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = this;
      fire(this, "scroll", { scrollTop, scrollLeft, scrollHeight, scrollWidth });
      const low = scrollHeight - scrollTop - clientHeight <= Number(this.read("lower-threshold") ?? 50);
      if (low && !this.atBottom) fire(this, "scrolltolower", { direction: "bottom" });
      this.atBottom = low;
    });
    for (const name of ["scroll-y", "scroll-x", "scroll-into-view"]) this.sync(name);
  }

  protected override sync(name: string): void {
    const value = this.read(name);
    if (name === "scroll-into-view" && typeof value === "string" && value !== "") {
      document.getElementById(value)?.scrollIntoView?.();
    }
    if (name === "scroll-top" && value !== null && value !== "") this.scrollTop = Number(value);
  }
}

/** `<swiper>`: shows all its items one beside the other. */
export class Swiper extends BuiltIn {
  pick(current: unknown): void {
    react();
    fire(this, "change", { current, source: "touch" });
  }
}

export class SwiperItem extends BuiltIn {}
