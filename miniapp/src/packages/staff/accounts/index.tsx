import { View } from "@tarojs/components";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { StaffAccount } from "@talent/shared/contract/schemas/staffAccounts";
import { Note } from "../../../components/base/Note";
import { SearchField } from "../../../components/form/SearchField";
import { Empty, ErrorState, ListEnd, SkeletonCards } from "../../../components/list/States";
import { useLayout } from "../../../components/staff/browser/layout";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { announce } from "../../../hooks/useAnnouncement";
import { useDelayed } from "../../../hooks/useDelayed";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { AccountCard } from "./AccountCard";
import { GrantDialog } from "./GrantDialog";
import { SureDialog, type SureAct } from "./SureDialog";
import { accountsTexts } from "./texts";

/** Pause in typing after which the server is asked. */
const SEARCH_MS = 300;

interface Asking {
  account: StaffAccount;
  asked: SureAct | "grant";
}

function Accounts({ me }: { me: Me }) {
  const t = useTexts(accountsTexts);
  const layout = useLayout();
  const [search, setSearch] = useState("");
  const q = useDelayed(search.trim(), SEARCH_MS);
  const list = usePages("accounts.list", q === "" ? {} : { q });
  const [asking, setAsking] = useState<Asking>();
  const [said, setSaid] = useState(false);
  const close = () => setAsking(undefined);
  const done = () => {
    close();
    setSaid(true);
    announce(t.done);
    void list.refresh();
  };
  const shared = { layout, onClose: close, onDone: done };
  const over =
    asking === undefined ? null : asking.asked === "grant" ? (
      <GrantDialog account={asking.account} {...shared} />
    ) : (
      <SureDialog account={asking.account} asked={asking.asked} {...shared} />
    );
  return (
    <StaffColumn
      me={me}
      current="accounts"
      title={t.title}
      over={over}
      onRefresh={list.refresh}
      onEnd={list.more}
    >
      <SearchField clearLabel={t.clear} placeholder={t.search} value={search} onChange={setSearch} />
      <View className="t-s ink-2 mt-2">{t.searchHint}</View>
      {said ? <Note className="mt-3" tone="primary" text={t.done} /> : null}
      {list.loading ? <SkeletonCards /> : null}
      {list.error !== undefined && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {!list.loading && list.error === undefined && list.rows.length === 0 ? (
        <Empty icon="me" text={t.none} hint={t.noneHint} />
      ) : null}
      {list.rows.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          onGrant={() => setAsking({ account, asked: "grant" })}
          onAsk={(asked) => setAsking({ account, asked })}
        />
      ))}
      <ListEnd hasMore={list.hasMore} busy={list.loadingMore} onMore={list.more} />
    </StaffColumn>
  );
}

/** 账号与身份: who works here as what, for administrators. */
export default function AccountsPage() {
  return <StaffGate may={(me) => mayEnter(me, "accounts")}>{(me) => <Accounts me={me} />}</StaffGate>;
}
