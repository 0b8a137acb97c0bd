import type { Contract, EndpointName } from "@talent/shared/contract/index";
import type { CallInput, OutputOf } from "@talent/shared/contract/endpoint";
import type { Session } from "@talent/shared/contract/schemas/accounts";
import { NetworkError, platform } from "../platform";
import { fillPath } from "./address";
import { ENDPOINTS } from "./endpointTable";
import { errorFrom } from "./errors";
import { newIdempotencyKey } from "./idempotencyKey";
import { apiBaseUrl, send } from "./send";
import { dropSession, keepSession, useSession } from "./session";
import { createTransport, type TransportCall } from "./transport";

export type Input<N extends EndpointName> = CallInput<Contract[N]>;
export type Output<N extends EndpointName> = OutputOf<Contract[N]>;

const transport = createTransport(send, {
  accessToken: () => useSession.getState().session?.token,
  refreshToken: () => useSession.getState().session?.refreshToken,
  async refresh(refreshToken) {
    const [method, path] = ENDPOINTS["sessions.refresh"];
    const headers = { "idempotency-key": newIdempotencyKey() };
    const answer = await send({ method, path, headers, body: { refreshToken } });
    if (answer.status !== 200) throw errorFrom(answer.status, answer.body);
    keepSession(answer.body as Session);
  },
  ended: dropSession,
});

/**
 * Calls an endpoint of the contract by name.
 * @param idempotencyKey of the person's intent; without one every call of a write is an intent of its own
 * @throws ApiError when the server refuses, NetworkError when no answer came
 */
export async function api<N extends EndpointName>(
  name: N,
  input: Input<N> = {},
  idempotencyKey: string = newIdempotencyKey(),
): Promise<Output<N>> {
  return (await transport.call(callOf(name, input, idempotencyKey))) as Output<N>;
}

function callOf<N extends EndpointName>(name: N, input: Input<N>, idempotencyKey: string): TransportCall {
  const [method, path] = ENDPOINTS[name];
  return {
    method,
    path: fillPath(path, input.params as Record<string, unknown>, input.query as Record<string, unknown>),
    ...(input.body === undefined ? {} : { body: input.body }),
    ...(method === "GET" ? {} : { idempotencyKey }),
  };
}

const nobody = createTransport(send, {
  accessToken: () => undefined,
  refreshToken: () => undefined,
  refresh: () => Promise.reject(new NetworkError("nobody is signed in")),
  ended: () => undefined,
});

/**
 * The same without the session of whoever is signed in on this device: for screens that stand in public and belong to
 * nobody.
 */
export async function apiAsNobody<N extends EndpointName>(name: N, input: Input<N> = {}): Promise<Output<N>> {
  return (await nobody.call(callOf(name, input, newIdempotencyKey()))) as Output<N>;
}

/** Header that carries the session's token, for transfers that the platform makes itself. */
function bearer(): Record<string, string> {
  const token = useSession.getState().session?.token;
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** Endpoints whose answer is the bytes of a file. */
type FileEndpoint = "requests.readMaterial";

/** Opens a file of the API in the device's viewer. */
export function openApiFile(
  name: FileEndpoint,
  params: Record<string, string>,
  fileName: string,
): Promise<void> {
  const url = `${apiBaseUrl()}${fillPath(ENDPOINTS[name][1], params)}`;
  return platform.openFile({ url, name: fileName, headers: bearer() });
}

/** Fetches a picture of the API and answers a path that an image can show. */
export function loadApiPicture(name: FileEndpoint, params: Record<string, string>): Promise<string> {
  return platform.loadPicture({
    url: `${apiBaseUrl()}${fillPath(ENDPOINTS[name][1], params)}`,
    headers: bearer(),
  });
}

export { bearer };
export { transport };
