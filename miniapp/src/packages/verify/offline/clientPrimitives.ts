import nacl from "tweetnacl";
import type { CodePrimitives } from "@talent/shared/domain/talentCode/check";

/** Checking without WebCrypto, which WeChat's logic layer lacks. */
export const clientPrimitives: CodePrimitives<Uint8Array> = {
  verify: (signed, signature, key) => nacl.sign.detached.verify(signed, signature, key),
  open: (sealed, nonce, key) => nacl.secretbox.open(sealed, nonce, key),
};
