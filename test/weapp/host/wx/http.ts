import http from "node:http";
import https from "node:https";
import { WxFailure } from "../api";

export interface HttpAnswer {
  statusCode: number;
  /** Header names as the server wrote them. */
  header: Record<string, string>;
  cookies: string[];
  body: Buffer;
}

export interface HttpQuestion {
  url: string;
  method: string;
  header: Record<string, string>;
  body?: Buffer;
  timeoutMs: number;
  onSent?: (sent: number, total: number) => void;
  onReceived?: (received: number, total: number) => void;
  onHeaders?: (header: Record<string, string>, statusCode: number) => void;
}

/** Written in pieces, so that progress is real. */
const PIECE = 64 * 1024;
/** Node asks again on a fresh connection for each request: a test's server may have been restarted in between. */
const AGENTS = {
  "http:": new http.Agent({ keepAlive: false }),
  "https:": new https.Agent({ keepAlive: false }),
};

function headersOf(raw: string[]): { header: Record<string, string>; cookies: string[] } {
  const header: Record<string, string> = {};
  const cookies: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name = "", value = ""] = [raw[index], raw[index + 1]];
    if (name.toLowerCase() === "set-cookie") cookies.push(value);
    header[name] = name in header ? `${header[name]},${value}` : value;
  }
  return { header, cookies };
}

async function send(
  request: http.ClientRequest,
  body: Buffer,
  onSent: HttpQuestion["onSent"],
): Promise<void> {
  for (let at = 0; at < body.length; at += PIECE) {
    const piece = body.subarray(at, at + PIECE);
    await new Promise<void>((resolve) => request.write(piece, () => resolve()));
    onSent?.(at + piece.length, body.length);
  }
  request.end();
}

/** One request over the real network. `signal` aborts it. Any HTTP status is an answer. */
export function ask(question: HttpQuestion, signal: AbortSignal): Promise<HttpAnswer> {
  const url = new URL(question.url);
  const client = url.protocol === "https:" ? https : http;
  const body = question.body ?? Buffer.alloc(0);
  const length =
    body.length > 0 || !["GET", "HEAD"].includes(question.method)
      ? { "content-length": String(body.length) }
      : {};
  return new Promise((resolve, reject) => {
    const refuse = (reason: string, errno: number): void => reject(new WxFailure(reason, { errno }));
    const request = client.request(url, {
      method: question.method,
      headers: { ...question.header, ...length },
      agent: AGENTS[url.protocol === "https:" ? "https:" : "http:"],
      signal,
    });
    const timer = setTimeout(() => {
      refuse("timeout", 5);
      request.destroy();
    }, question.timeoutMs);
    request.on("error", (error: Error) =>
      refuse(signal.aborted ? "abort" : `errcode:-102 ${error.message}`, 600000),
    );
    request.on("close", () => clearTimeout(timer));
    request.on("response", (response) => {
      const { header, cookies } = headersOf(response.rawHeaders);
      const statusCode = response.statusCode ?? 0;
      const pieces: Buffer[] = [];
      const total = Number(response.headers["content-length"] ?? 0);
      let received = 0;
      question.onHeaders?.(header, statusCode);
      response.on("data", (piece: Buffer) => {
        pieces.push(piece);
        question.onReceived?.((received += piece.length), total);
      });
      response.on("error", () => refuse(signal.aborted ? "abort" : "interrupted", 600003));
      response.on("end", () => resolve({ statusCode, header, cookies, body: Buffer.concat(pieces) }));
    });
    void send(request, body, question.onSent);
  });
}
