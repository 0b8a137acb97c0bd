import { View } from "@tarojs/components";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { open } from "../../hooks/navigation";
import { useWords } from "../../i18n/useWords";
import { RequestRow } from "./RequestRow";
import { pageOfRequest, requestRowFacts } from "./requestRowFacts";

/** Requests of the talent in one card. */
export function RequestRows({ requests }: { requests: readonly RequestSummary[] }) {
  const words = useWords();
  return (
    <View className="card card-flush">
      {requests.map((request, index) => (
        <RequestRow
          key={request.id}
          {...requestRowFacts(request, words)}
          first={index === 0}
          onTap={() => open(pageOfRequest(request), { id: request.id })}
        />
      ))}
    </View>
  );
}
