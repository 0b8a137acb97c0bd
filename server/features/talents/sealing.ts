import { maskIdNumber, maskName, maskPhone } from "@talent/shared/domain/masking";
import { normalizeCode } from "@talent/shared/domain/codeString";
import type { Keyring } from "../../platform/crypto/keyring";
import type { FamilyMember, TalentDocument } from "./model";

/** Fields of the talents collection that are sealed, as the keyring knows them. */
export const SEALED = {
  name: "talents.name",
  idNumber: "talents.idNumber",
  phone: "talents.phone",
  familyName: "talents.family.name",
} as const;

/** What is known of a person before it is stored. */
export interface PlainTalent extends Omit<
  TalentDocument,
  "maskedName" | "idNumberIndex" | "idNumberMasked" | "phoneIndex" | "phoneMasked" | "family"
> {
  family: (Omit<FamilyMember, "maskedName"> & { name: string })[];
}

/** Numbers compare without spaces and in capitals. */
export function idNumberIndex(keyring: Keyring, idNumber: string): string {
  return keyring.blindIndex(SEALED.idNumber, normalizeCode(idNumber));
}

export function phoneIndex(keyring: Keyring, phone: string): string {
  return keyring.blindIndex(SEALED.phone, phone.replace(/\D/g, ""));
}

/** The document of a person: names and numbers sealed, masked forms and blind indexes beside them. */
export function sealTalent(keyring: Keyring, plain: PlainTalent): TalentDocument {
  return {
    ...plain,
    name: keyring.seal(SEALED.name, plain.name),
    maskedName: maskName(plain.name),
    idNumber: keyring.seal(SEALED.idNumber, plain.idNumber),
    idNumberIndex: idNumberIndex(keyring, plain.idNumber),
    idNumberMasked: maskIdNumber(plain.idNumber),
    phone: keyring.seal(SEALED.phone, plain.phone),
    phoneIndex: phoneIndex(keyring, plain.phone),
    phoneMasked: maskPhone(plain.phone),
    family: plain.family.map((member) => ({
      ...member,
      name: keyring.seal(SEALED.familyName, member.name),
      maskedName: maskName(member.name),
    })),
  };
}
