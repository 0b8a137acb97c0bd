interface AppJson {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
}

/** Paths of all pages that a built mini-program's `app.json` declares, subpackages included. */
export function releasedPages(appJson: string): string[] {
  const app = JSON.parse(appJson) as AppJson;
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  const inPackages = packages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, "")}/${page.replace(/^\//, "")}`),
  );
  return [...(app.pages ?? []), ...inPackages];
}
