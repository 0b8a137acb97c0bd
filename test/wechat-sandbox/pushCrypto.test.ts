import {
  decryptMessage,
  encryptMessage,
  signatureOf,
} from "../../scripts/wechat-sandbox/src/push/pushCrypto";

/** The worked examples of WeChat's own message push documentation. */
const TOKEN = "AAAAA";
const AES_KEY = "A".repeat(43);
const APPID = "wxba5fad812f8e6fb9";
const ENCRYPTED =
  "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
const REPLY = "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==";

describe("signatures", () => {
  it.each([
    [["1714036504", "1514711492"], "f464b24fc39322e44b38aa78f5edd27bd1441696"],
    [["1714037059", "486452656"], "899cf89e464efb63f54ddac96b0a0a235f53aa78"],
    [["1714112445", "415670741", ENCRYPTED], "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3"],
    [["1713424427", "415670741", REPLY], "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1"],
  ])("of the official example %#", (parts, signature) => {
    expect(signatureOf(TOKEN, ...parts)).toBe(signature);
  });
});

describe("encryption", () => {
  it("reads the official example", () => {
    const { random, message } = decryptMessage(ENCRYPTED, APPID, AES_KEY);
    expect(random.toString()).toBe("a8eedb185eb2fecf");
    expect(message).toContain("debug_demo");
  });

  it("writes both official examples, byte for byte", () => {
    const { message } = decryptMessage(ENCRYPTED, APPID, AES_KEY);
    expect(encryptMessage(message, APPID, AES_KEY, Buffer.from("a8eedb185eb2fecf"))).toBe(ENCRYPTED);
    const reply = '{"demo_resp":"good luck"}';
    expect(encryptMessage(reply, APPID, AES_KEY, Buffer.from("707722b803182950"))).toBe(REPLY);
    expect(decryptMessage(REPLY, APPID, AES_KEY).message).toBe(reply);
  });

  it("pads to blocks of 32 whatever the length", () => {
    for (let length = 0; length < 70; length += 1) {
      const text = "x".repeat(length);
      const encrypted = encryptMessage(text, APPID, AES_KEY);
      expect(Buffer.from(encrypted, "base64").length % 32).toBe(0);
      expect(decryptMessage(encrypted, APPID, AES_KEY).message).toBe(text);
    }
  });

  it("refuses a message for another appid and a damaged one", () => {
    const encrypted = encryptMessage("text", "wx0000000000000000", AES_KEY);
    expect(() => decryptMessage(encrypted, APPID, AES_KEY)).toThrow("another appid");
    expect(() => decryptMessage(encrypted, APPID, "B".repeat(43))).toThrow();
    expect(() => decryptMessage("AAAA", APPID, AES_KEY)).toThrow();
  });
});
