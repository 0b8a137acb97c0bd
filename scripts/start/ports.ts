import { createServer } from "node:net";

function tryPort(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** @throws Error with a sentence for the operator when somebody else listens on the port */
export async function claimPort(port: number, setting: string): Promise<void> {
  if (port === 0 || (await tryPort(port))) return;
  throw new Error(
    `Port ${port} is in use by another program. Stop that program, or choose another port: ${setting}=${port + 100} npm start`,
  );
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
