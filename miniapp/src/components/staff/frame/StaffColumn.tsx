import { ScrollView, View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import { useLayout } from "../browser/layout";
import { PageHead } from "./PageHead";
import { StaffFrame, type StaffFrameProps } from "./StaffFrame";

export type StaffColumnProps = Omit<StaffFrameProps, "layout" | "header">;

/** A staff page of one column of cards: the whole width of a phone, a readable width beside the navigation. */
export function StaffColumn({ children, ...frame }: PropsWithChildren<StaffColumnProps>) {
  const layout = useLayout();
  return (
    <StaffFrame {...frame} layout={layout} header={<PageHead title={frame.title} />}>
      {layout === "phone" ? (
        children
      ) : (
        <ScrollView
          className="sf-scroll"
          scrollY
          {...(frame.jumpTo === undefined ? {} : { scrollIntoView: frame.jumpTo, scrollWithAnimation: true })}
        >
          <View className="sf-pad me-col">{children}</View>
        </ScrollView>
      )}
    </StaffFrame>
  );
}
