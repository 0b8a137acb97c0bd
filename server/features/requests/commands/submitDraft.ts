import type { RequestDocument } from "../document";
import type { Moment } from "../change";
import { performAction } from "../performAction";
import { entitledRequest } from "./entitled";
import { mergeForm, type FormInput } from "./form";
import { materialKeysIn, submit } from "./submitting";

/**
 * Hands a draft in, with the last changes of its form.
 * @throws AppError `not_entitled`, what `submit` refuses and what `performAction` throws
 */
export function submitDraft(
  call: { requestId: string; commandKey: string | undefined },
  input: FormInput,
  { context, reader, now }: Moment,
): Promise<RequestDocument> {
  const action = { ...call, reader, now, action: "submit" as const, input };
  return performAction(context, action, async (request) => {
    const entitled = await entitledRequest(reader.talentId, request.item.id, now);
    const { talent, version } = entitled;
    const form = mergeForm(request, input, { keyring: context.platform.keyring, talent, version, now });
    return submit(form, materialKeysIn(request), entitled, context.limits, now);
  });
}
