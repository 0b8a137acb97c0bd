import { createServer } from "node:http";

export interface ReceivedPush {
  method: string;
  query: URLSearchParams;
  contentType: string;
  body: string;
}

export interface PushReceiver {
  url: string;
  received: ReceivedPush[];
  /** The pushes received so far, once there are that many. */
  waitFor(count: number): Promise<ReceivedPush[]>;
  stop(): Promise<void>;
}

/**
 * A product's push address that writes down what arrives.
 * @param answer status and text of each answer; by default the echostr, or `success`
 */
export async function pushReceiver(
  answer: (push: ReceivedPush, index: number) => { status: number; text: string } = ({ query }) => ({
    status: 200,
    text: query.get("echostr") ?? "success",
  }),
): Promise<PushReceiver> {
  const received: ReceivedPush[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      const push = {
        method: request.method ?? "",
        query: new URL(request.url ?? "", "http://localhost").searchParams,
        contentType: request.headers["content-type"] ?? "",
        body,
      };
      if (push.method === "POST") received.push(push);
      const { status, text } = answer(push, received.length - 1);
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/wechat/push`,
    received,
    waitFor: async (count) => {
      const until = Date.now() + 5000;
      while (received.length < count) {
        if (Date.now() > until) throw new Error(`${received.length} of ${count} pushes arrived`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return received;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
