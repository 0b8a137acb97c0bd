import type { UploadedScan } from "@talent/shared/contract/schemas/talentCode";
import type { Handlers } from "../../../platform/http/handler";
import type { CodeContext } from "../context";
import { deskKit } from "./deskKit";
import { presentVerified } from "./presenter";
import { takeOfflineScan } from "./upload";
import { verifyCode } from "./verify";

type Names = "talentCode.verify" | "talentCode.deskKit" | "talentCode.uploadScans";

export function scanHandlers(context: CodeContext): Handlers<Names> {
  return {
    "talentCode.verify": async ({ body, ...call }) => presentVerified(await verifyCode(context, body, call)),

    "talentCode.deskKit": ({ now }) => deskKit(context, now),

    "talentCode.uploadScans": async ({ body, reader, now }) => {
      const scans: UploadedScan[] = [];
      for (const scan of body.scans) scans.push(await takeOfflineScan(context, scan, { reader, now }));
      return { scans };
    },
  };
}
