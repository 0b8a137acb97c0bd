import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { useState } from "react";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { editTexts } from "./texts";

interface Values {
  departmentId: string;
  name: string;
  phone: string;
  itemCodes: readonly string[];
  isDefault: boolean;
  A: string;
  B: string;
}

function valuesOf(post: PlannedPost | undefined): Values {
  const holder = (letter: "A" | "B") => post?.holders.find((one) => one.letter === letter)?.accountId ?? "";
  return {
    departmentId: post?.departmentId ?? "",
    name: post?.name ?? "",
    phone: post?.phone ?? "",
    itemCodes: post?.itemCodes ?? [],
    isDefault: post?.isDefault ?? false,
    A: holder("A"),
    B: holder("B"),
  };
}

function missing(values: Values, t: (typeof editTexts)["zh-CN"]): string | undefined {
  if (values.departmentId === "") return t.need.department;
  if (values.name.trim() === "") return t.need.name;
  if (values.phone.trim() === "") return t.need.phone;
  if (values.A === "" || values.B === "") return t.need.holders;
  return values.A === values.B ? t.need.two : undefined;
}

/** The form of a new post, or of one that is changed. */
export function usePostForm(post: PlannedPost | undefined, onSaved: () => void) {
  const t = useTexts(editTexts);
  const words = useWords();
  const [values, setValues] = useState(() => valuesOf(post));
  const create = useWrite("posts.create");
  const change = useWrite("posts.change");
  const error = create.error ?? change.error;
  const save = async () => {
    const { departmentId, name, phone, itemCodes, isDefault, A, B } = values;
    const body = {
      name: name.trim(),
      phone: phone.trim(),
      itemCodes: [...itemCodes],
      isDefault,
      holders: { A, B },
    };
    const done = await (post === undefined
      ? create.run({ body: { ...body, departmentId } })
      : change.run({ params: { id: post.id }, body }));
    if (done === undefined) return;
    announce(t.saved);
    onSaved();
  };
  return {
    values,
    set: <K extends keyof Values>(field: K, value: Values[K]) =>
      setValues((before) => ({ ...before, [field]: value })),
    busy: create.busy || change.busy,
    trouble: error === undefined ? undefined : errorSentence(error, words.language),
    blocked: missing(values, t),
    save,
  };
}
