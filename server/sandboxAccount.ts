import { request } from "undici";
import * as z from "zod/mini";
import type { Config } from "./platform/config";

const credentialsSchema = z.object({ appid: z.string(), secret: z.string() });
const templatesSchema = z.array(z.object({ id: z.string(), title: z.string(), kind: z.string() }));

async function read<S extends z.ZodMiniType>(url: string, schema: S): Promise<z.output<S>> {
  const { body } = await request(url);
  return schema.parse(await body.json());
}

/**
 * While trying out, what an operator would copy from WeChat's console is asked of the sandbox: the mini-program's id
 * and secret, and the ids of its message templates.
 */
export async function withSandboxAccount(config: Config): Promise<Config> {
  const { sandboxUrl, wechat } = config;
  if (sandboxUrl === undefined) return config;
  const account =
    wechat.appid === ""
      ? await read(`${sandboxUrl}/credentials`, credentialsSchema)
      : { appid: wechat.appid, secret: wechat.secret };
  const templates =
    Object.keys(wechat.templates).length > 0
      ? wechat.templates
      : Object.fromEntries(
          (await read(`${sandboxUrl}/templates`, templatesSchema)).map(({ id, title, kind }) => [
            title,
            { id, longTerm: kind === "long-term" },
          ]),
        );
  return { ...config, wechat: { ...wechat, ...account, templates } };
}
