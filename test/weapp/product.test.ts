import fs from "node:fs";
import path from "node:path";
import { createWx, launch } from "./host";
import { readPackage } from "./host/compile/package";

const PRODUCT = path.join(__dirname, "..", "..", "miniapp", "dist", "weapp");
const whenBuilt = fs.existsSync(path.join(PRODUCT, "app.json")) ? describe : describe.skip;

whenBuilt("the product's build", () => {
  const pages = fs.existsSync(path.join(PRODUCT, "app.json")) ? readPackage(PRODUCT).pages : [];

  it("compiles without anything that WeChat would refuse or warn about", () => {
    expect(readPackage(PRODUCT).problems).toEqual([]);
  });

  it.each(pages)("opens %s without network, on the oldest engine, without a fault", async (start) => {
    const nowhere = { baseUrl: "http://127.0.0.1:1", sandboxUrl: "http://127.0.0.1:1", persona: "nobody" };
    const wx = createWx({ ...nowhere, device: { networkType: "none" } });
    const mp = await launch({ dist: PRODUCT, wx, start, oldEngine: true });
    expect(await mp.text()).not.toBe("");
    await mp.close();
  });
});
