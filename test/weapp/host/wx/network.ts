import type { ApiCall } from "../api";
import { WxFailure } from "../api";
import type { Device } from "./device";
import type { Files } from "./files";
import type { HttpAnswer, HttpQuestion } from "./http";
import { ask } from "./http";
import { multipartBody } from "./multipart";
import type { WxPart } from "./part";

interface NetworkParts {
  /** Where the product's server listens in this test. */
  baseUrl: string;
  /** What the build was told; requests to it go to `baseUrl`. */
  builtInUrl: string;
  device: Device;
  files: Files;
}

interface Asked {
  url: string;
  header?: Record<string, string>;
  timeout?: number;
}

interface RequestOptions extends Asked {
  method?: string;
  data?: unknown;
  dataType?: string;
  responseType?: string;
}

interface UploadOptions extends Asked {
  filePath: string;
  name: string;
  formData?: Record<string, unknown>;
}

interface DownloadOptions extends Asked {
  filePath?: string;
}

type Listener = (value: unknown) => void;

/** What `wx.request` sends; PATCH is not among it. */
const METHODS = ["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT"];
const DEFAULT_TIMEOUT_MS = 60_000;
const FORM_TYPE = "application/x-www-form-urlencoded";
const USER_AGENT =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.56 NetType/WIFI Language/zh_CN";

function lowerCased(header: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function queryText(data: unknown): string {
  const pairs = Object.entries((data ?? {}) as Record<string, unknown>);
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join("&");
}

function bodyOf(data: unknown, contentType: string): Buffer | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === "string") return Buffer.from(data);
  if (Object.prototype.toString.call(data) === "[object ArrayBuffer]")
    return Buffer.from(data as ArrayBuffer);
  return Buffer.from(contentType.startsWith(FORM_TYPE) ? queryText(data) : JSON.stringify(data));
}

function decoded(body: Buffer, { dataType = "json", responseType = "text" }: RequestOptions): unknown {
  if (responseType === "arraybuffer")
    return body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength);
  const text = body.toString("utf8");
  if (dataType !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `wx.request`, `uploadFile` and `downloadFile` over the real network. */
export class Network {
  private readonly underWay = new Set<AbortController>();
  /** Addresses asked, in order, with their status (0: no answer). */
  readonly log: { method: string; url: string; statusCode: number }[] = [];

  constructor(private readonly parts: NetworkParts) {}

  part(): WxPart {
    return {
      asyncApis: {
        request: (options: RequestOptions, call: ApiCall) => this.request(options, call),
        uploadFile: (options: UploadOptions, call: ApiCall) => this.upload(options, call),
        downloadFile: (options: DownloadOptions, call: ApiCall) => this.download(options, call),
      },
    };
  }

  close(): void {
    for (const controller of this.underWay) controller.abort();
  }

  private async request(options: RequestOptions, call: ApiCall): Promise<object> {
    const method = (options.method ?? "GET").toUpperCase();
    if (!METHODS.includes(method)) throw new WxFailure(`method is invalid: ${method}`);
    const header = { "content-type": "application/json", ...lowerCased(options.header) };
    const inQuery = ["GET", "HEAD", "OPTIONS"].includes(method);
    const query = inQuery && typeof options.data === "object" ? queryText(options.data) : "";
    const url = query ? `${options.url}${options.url.includes("?") ? "&" : "?"}${query}` : options.url;
    const body = inQuery ? undefined : bodyOf(options.data, header["content-type"]);
    const { body: received, ...answer } = await this.send(
      { ...options, url },
      { method, header, body },
      call,
    );
    return { ...answer, data: decoded(received, options) };
  }

  private async upload(options: UploadOptions, call: ApiCall): Promise<object> {
    const data = this.parts.files.read(options.filePath);
    if (!data) throw new WxFailure("createUploadTask:fail file not found");
    const { body, contentType } = multipartBody(
      { name: options.name, path: options.filePath, data },
      options.formData ?? {},
    );
    const header = { ...lowerCased(options.header), "content-type": contentType };
    const { body: received, ...answer } = await this.send(options, { method: "POST", header, body }, call);
    return { ...answer, data: received.toString("utf8") };
  }

  private async download(options: DownloadOptions, call: ApiCall): Promise<object> {
    const { body, statusCode, header } = await this.send(
      options,
      { method: "GET", header: lowerCased(options.header) },
      call,
    );
    if (options.filePath === undefined) {
      const type = Object.entries(header).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
      return { statusCode, header, tempFilePath: this.parts.files.keep(body, `file${endingOf(type)}`) };
    }
    this.parts.files.write(options.filePath, body);
    return { statusCode, header, filePath: options.filePath };
  }

  private async send(
    options: Asked,
    how: Pick<HttpQuestion, "method" | "header" | "body">,
    call: ApiCall,
  ): Promise<HttpAnswer> {
    const controller = new AbortController();
    const progress: Listener[] = [];
    const headers: Listener[] = [];
    call.returns(taskOf(controller, progress, headers));
    const tell = (listeners: Listener[], value: unknown): void =>
      listeners.forEach((listener) => call.callBack(listener, value));
    const { networkType } = this.parts.device;
    if (networkType === "none")
      throw new WxFailure("The Internet connection appears to be offline.", { errno: 600001 });
    const url = this.resolve(options.url);
    const entry = { method: how.method, url, statusCode: 0 };
    this.log.push(entry);
    this.underWay.add(controller);
    try {
      const answer = await ask(
        {
          ...how,
          url,
          header: {
            "user-agent": USER_AGENT,
            ...how.header,
            referer: `https://servicewechat.com/${this.parts.device.appId}/devtools/page-frame.html`,
          },
          timeoutMs: options.timeout ?? DEFAULT_TIMEOUT_MS,
          onSent: (sent, total) => tell(progress, sentProgress(sent, total)),
          onReceived: (received, total) =>
            how.method === "GET" && tell(progress, receivedProgress(received, total)),
          onHeaders: (header, statusCode) => tell(headers, { header, statusCode }),
        },
        controller.signal,
      );
      entry.statusCode = answer.statusCode;
      return answer;
    } finally {
      this.underWay.delete(controller);
    }
  }

  /** The build's own address leads to the test's server; any other is outside the domain list of the console. */
  private resolve(url: string): string {
    const { baseUrl, builtInUrl } = this.parts;
    if (url.startsWith(baseUrl)) return url;
    if (url.startsWith(builtInUrl)) return baseUrl + url.slice(builtInUrl.length);
    throw new WxFailure("url not in domain list", { errno: 600002 });
  }
}

function endingOf(type: string): string {
  const endings: Record<string, string> = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
  };
  return endings[type.split(";")[0] ?? ""] ?? "";
}

function percent(part: number, total: number): number {
  return total > 0 ? Math.floor((part / total) * 100) : 0;
}

function sentProgress(sent: number, total: number): object {
  return { progress: percent(sent, total), totalBytesSent: sent, totalBytesExpectedToSend: total };
}

function receivedProgress(received: number, total: number): object {
  return {
    progress: percent(received, total),
    totalBytesWritten: received,
    totalBytesExpectedToWrite: total,
  };
}

function taskOf(controller: AbortController, progress: Listener[], headers: Listener[]): object {
  const remove = (listeners: Listener[], listener: Listener): void => {
    const at = listeners.indexOf(listener);
    if (at >= 0) listeners.splice(at, 1);
  };
  return {
    abort: () => controller.abort(),
    onProgressUpdate: (listener: Listener) => void progress.push(listener),
    offProgressUpdate: (listener: Listener) => remove(progress, listener),
    onHeadersReceived: (listener: Listener) => void headers.push(listener),
    offHeadersReceived: (listener: Listener) => remove(headers, listener),
    onChunkReceived: () => undefined,
    offChunkReceived: () => undefined,
  };
}
