import type { EndpointName } from "@talent/shared/contract/index";
import { AppError } from "../../platform/errors";
import type { Handlers } from "../../platform/http/handler";

/** Handlers of endpoints that are not served yet. */
export function pending<N extends EndpointName>(names: readonly N[]): Handlers<N> {
  const refuse = () => Promise.reject(new AppError("not_ready", "not served yet"));
  return Object.fromEntries(names.map((name) => [name, refuse])) as unknown as Handlers<N>;
}
