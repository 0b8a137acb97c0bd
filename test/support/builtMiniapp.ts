import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildFolder, TARGETS, type Target } from "../../scripts/build/miniapp";

/**
 * Folder of a built target. `npm test` builds what is missing or stale; `MINIAPP_DIST` names a folder of builds other
 * than `miniapp/dist`.
 */
export function builtMiniapp(target: Target): string {
  const dist = join(buildFolder(process.cwd()), target);
  if (!existsSync(join(dist, TARGETS[target])))
    throw new Error(`the mini-program is not built for ${target}: npm run build`);
  return dist;
}
