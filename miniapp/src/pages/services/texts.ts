import { defineTexts } from "../../i18n/texts";

export const servicesTexts = defineTexts(
  {
    title: "服务",
    search: "找事项，如“孩子上学”",
    clear: "清空",
    groups: "服务分类",
    all: "全部",
    none: "没有找到这样的事项",
    noneHint: "换个说法试试，或打电话问服务专员",
    showAll: "看全部事项",
    notMine: "暂时不能申请的",
    mine: "您可以申请的",
  },
  {
    title: "Services",
    search: "Find a service, e.g. school",
    clear: "Clear",
    groups: "Kinds of services",
    all: "All",
    none: "Nothing found",
    noneHint: "Try other words, or call the specialist",
    showAll: "Show everything",
    notMine: "Not for you at present",
    mine: "You can ask for",
  },
);
