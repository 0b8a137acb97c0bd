import { View } from "@tarojs/components";
import { open } from "../../hooks/navigation";
import { accountTexts } from "../../i18n/accountTexts";
import { useTexts } from "../../i18n/texts";
import { Button } from "../base/Button";

/** Stands where something of one's own would be, before signing in. */
export function SignInCard({ why }: { why: string }) {
  const t = useTexts(accountTexts);
  return (
    <View className="hero">
      <View className="t-xl b">{t.notSignedIn}</View>
      <View className="hero-2 mt-1">{why}</View>
      <Button className="mt-4" kind="invert" text={t.signIn} onTap={() => open("signIn")} id="sign-in" />
    </View>
  );
}

/** Signed in, but the account belongs to no talent record yet. */
export function LinkCard() {
  const t = useTexts(accountTexts);
  return (
    <View className="hero">
      <View className="t-xl b">{t.notLinked}</View>
      <View className="hero-2 mt-1">{t.notLinkedWhy}</View>
      <Button className="mt-4" kind="invert" text={t.link} onTap={() => open("link")} />
    </View>
  );
}
