import { ScrollView, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { PropsWithChildren, ReactNode } from "react";
import { useLayout, type Layout } from "../../components/staff/browser/layout";
import { PageHead } from "../../components/staff/frame/PageHead";
import { StaffFrame } from "../../components/staff/frame/StaffFrame";
import { isSpecialist } from "../../components/staff/frame/staffPlaces";
import { StaffGate } from "../../components/staff/frame/StaffGate";
import "./counter.scss";

export interface CounterPageProps {
  me: Me;
  layout: Layout;
  title: string;
  /** Phone: the step in thumb reach; on the desk it follows the content. */
  dock?: ReactNode;
  over?: ReactNode;
  onRefresh?: () => Promise<unknown>;
  onEnd?: () => void;
}

/** A page of the counter below the calling page: one column on wide screens. */
export function CounterPage(props: PropsWithChildren<CounterPageProps>) {
  const { me, layout, title, dock, over, onRefresh, onEnd, children } = props;
  const phone = layout === "phone";
  return (
    <StaffFrame
      layout={layout}
      me={me}
      current="counter"
      title={title}
      sub
      header={<PageHead title={title} />}
      over={over}
      {...(dock === undefined || !phone ? {} : { dock: <View className="ct-dock ct-dock-one">{dock}</View> })}
      {...(onRefresh === undefined ? {} : { onRefresh })}
      {...(onEnd === undefined ? {} : { onEnd })}
    >
      {phone ? (
        children
      ) : (
        <ScrollView className="sf-scroll" scrollY onScrollToLower={() => onEnd?.()}>
          <View className="sf-pad me-col">
            {children}
            {dock === undefined ? null : <View className="mt-4">{dock}</View>}
          </View>
        </ScrollView>
      )}
    </StaffFrame>
  );
}

/** Lets specialists in and tells the others where to go. */
export function CounterGate({ children }: { children: (me: Me, layout: Layout) => ReactNode }) {
  const layout = useLayout();
  return <StaffGate may={isSpecialist}>{(me) => children(me, layout)}</StaffGate>;
}
