import * as z from "zod/mini";
import { CODE_DESK_ROLES } from "../../domain/talentCode/desk";
import { SPECIALIST_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as codes from "../schemas/talentCode";

export const talentCodeEndpoints = defineEndpoints({
  "talentCode.issue": {
    method: "POST",
    path: "/api/me/talent-code",
    summary: "Tokens for the coming hours, signed ahead",
    access: ["talent"],
    output: codes.tokenBatchSchema,
  },
  "talentCode.reportLoss": {
    method: "POST",
    path: "/api/me/talent-code/losses",
    summary: "The talent lost the phone or the card: what it showed is invalid from now on",
    access: ["talent"],
    body: codes.reportLossBody,
    output: codes.lossAnswerSchema,
  },
  "talentCode.reportLossFor": {
    method: "POST",
    path: "/api/talent-code/losses",
    summary: "Staff report somebody's phone or card lost",
    access: [...SPECIALIST_ROLES, "administrator"],
    body: codes.reportLossForBody,
    output: codes.lossAnswerSchema,
  },
  "talentCode.cardFound": {
    method: "POST",
    path: "/api/talent-code/losses/card-found",
    summary: "A lost card is back or was replaced: its number is taken again",
    access: [...SPECIALIST_ROLES, "administrator"],
    body: z.strictObject({ code: codes.reportLossForBody.shape.code }),
    output: codes.lossAnswerSchema,
  },
  "talentCode.verify": {
    method: "POST",
    path: "/api/talent-code/verify",
    summary: "May this person use this item here today? Every call is shown to the talent",
    access: CODE_DESK_ROLES,
    body: codes.verifyBody,
    output: codes.verifiedSchema,
  },
  "talentCode.deskKit": {
    method: "GET",
    path: "/api/talent-code/desk-kit",
    summary:
      "Public keys, keys of today and tomorrow, lost codes and the catalogue, to verify without network",
    access: CODE_DESK_ROLES,
    output: codes.deskKitSchema,
  },
  "talentCode.uploadScans": {
    method: "POST",
    path: "/api/talent-code/scans",
    summary: "Scans that were made without network",
    access: CODE_DESK_ROLES,
    body: codes.uploadScansBody,
    output: codes.uploadedScansSchema,
  },
  "talentCode.keys": {
    method: "GET",
    path: "/api/talent-code/keys",
    summary: "Signing keys: which signs now, which are still accepted",
    access: ["administrator", "auditor"],
    output: codes.signingKeysSchema,
  },
  "talentCode.rotateKeys": {
    method: "POST",
    path: "/api/talent-code/keys",
    summary: "A new signing key from now on; tokens of the one before stay valid until their step",
    access: ["administrator"],
    output: codes.signingKeysSchema,
  },
});
