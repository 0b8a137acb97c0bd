import type { ApiCall, OpenDialog } from "../api";
import { WxFailure } from "../api";
import type { WxPart } from "./part";
import { acknowledged } from "./part";

export interface Toast {
  title: string;
  icon: string;
}

interface ModalOptions {
  title?: string;
  content?: string;
  confirmText?: string;
  cancelText?: string;
  showCancel?: boolean;
  editable?: boolean;
}

interface SheetOptions {
  itemList: string[];
  alertText?: string;
}

type Answer = string;

/** Toasts, loading marks, dialogs and the bars around the page: recorded, dialogs open until someone chooses. */
export class Feedback {
  readonly toasts: Toast[] = [];
  /** Every dialog and action sheet that was shown. */
  readonly dialogs: Pick<OpenDialog, "title" | "content" | "choices">[] = [];
  loading: string | null = null;
  /** Title that the page gave the navigation bar. */
  title = "";
  readonly tabBadges: Record<number, string> = {};
  private open: OpenDialog | undefined;
  private readonly answers: Answer[] = [];

  /** Chooses in the next dialog by itself, by the text to tap. */
  answerNext(...texts: string[]): void {
    this.answers.push(...texts);
  }

  dialog(): OpenDialog | undefined {
    return this.open;
  }

  part(): WxPart {
    const bars = [
      "setNavigationBarColor",
      "showNavigationBarLoading",
      "hideNavigationBarLoading",
      "hideHomeButton",
      "setBackgroundColor",
      "setBackgroundTextStyle",
    ];
    const tabs = [
      "setTabBarItem",
      "setTabBarStyle",
      "showTabBar",
      "hideTabBar",
      "showTabBarRedDot",
      "hideTabBarRedDot",
    ];
    const others = [
      "startPullDownRefresh",
      "stopPullDownRefresh",
      "enableAlertBeforeUnload",
      "disableAlertBeforeUnload",
      "showShareMenu",
      "hideShareMenu",
      "updateShareMenu",
    ];
    return {
      asyncApis: {
        ...acknowledged(...bars, ...tabs, ...others, "hideToast"),
        showToast: ({ title, icon = "success" }: { title: string; icon?: string }) =>
          void this.toasts.push({ title, icon }),
        showLoading: ({ title }: { title: string }) => void (this.loading = title),
        hideLoading: () => void (this.loading = null),
        showModal: (options: ModalOptions, call: ApiCall) => this.showModal(options, call),
        showActionSheet: (options: SheetOptions, call: ApiCall) => this.showActionSheet(options, call),
        setNavigationBarTitle: ({ title }: { title: string }) => void (this.title = title),
        setTabBarBadge: ({ index, text }: { index: number; text: string }) =>
          void (this.tabBadges[index] = text),
        removeTabBarBadge: ({ index }: { index: number }) => void delete this.tabBadges[index],
      },
    };
  }

  private async showModal(options: ModalOptions, call: ApiCall): Promise<object> {
    const {
      title = "",
      content = "",
      confirmText = "确定",
      cancelText = "取消",
      showCancel = true,
      editable = false,
    } = options;
    const choices = showCancel ? [cancelText, confirmText] : [confirmText];
    const { text, input } = await this.ask({ title, content, choices }, call);
    const confirm = text === confirmText;
    return { confirm, cancel: !confirm, content: editable && confirm ? (input ?? content) : null };
  }

  private async showActionSheet({ itemList, alertText = "" }: SheetOptions, call: ApiCall): Promise<object> {
    if (itemList.length > 6) throw new WxFailure("parameter error: itemList should not be larger than 6");
    const { text } = await this.ask({ title: alertText, content: "", choices: [...itemList, "取消"] }, call);
    const tapIndex = itemList.indexOf(text);
    if (tapIndex < 0) throw new WxFailure("cancel");
    return { tapIndex };
  }

  private ask(shown: Omit<OpenDialog, "choose">, call: ApiCall): Promise<{ text: string; input?: string }> {
    this.dialogs.push(shown);
    return new Promise((resolve) => {
      const choose = (text: string, input?: string): void => {
        if (!shown.choices.includes(text))
          throw new Error(`the dialog “${shown.title}” offers ${shown.choices.join(" / ")}, not ${text}`);
        this.open = undefined;
        resolve({ text, input });
      };
      const prepared = this.answers.shift();
      if (prepared !== undefined) return choose(prepared);
      this.open = { ...shown, choose };
      call.waitsForPerson();
    });
  }
}
