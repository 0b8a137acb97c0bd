import type { WxWorld } from "../api";
import type { Device } from "./device";
import { createDevice, devicePart, setNetwork } from "./device";
import { AppEvents } from "./events";
import { Feedback } from "./feedback";
import { Files, USER_DATA_PATH } from "./files";
import type { Phone, WxPart } from "./part";
import { createPhone, joinParts } from "./part";
import { storagePart } from "./storage";

export interface LocalWxOptions {
  phone?: Phone;
  device?: Partial<Device>;
  /** What the mini-program's `Date` tells; real time when left out. */
  now?: () => Date;
}

/** The `wx` of a phone as a test sets and reads it. */
export interface PhoneWx extends WxWorld {
  phone: Phone;
  device: Device;
  feedback: Feedback;
  files: Files;
  clipboard: { text: string };
  /** Sets the network and tells the mini-program. */
  setNetwork(networkType: Device["networkType"]): void;
}

const UPDATE_MANAGER = {
  onCheckForUpdate: () => undefined,
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
};

/** Everything of `wx` that needs neither network nor WeChat's servers; `more` adds to it. */
export function createLocalWx(
  options: LocalWxOptions = {},
  more: (phone: Omit<PhoneWx, keyof WxWorld>) => WxPart[] = () => [],
): PhoneWx {
  const events = new AppEvents();
  const phone = options.phone ?? createPhone();
  const device = createDevice(options.device);
  const clipboard = { text: "" };
  const feedback = new Feedback();
  const files = new Files(phone);
  const { now } = options;
  const controls = {
    phone,
    device,
    feedback,
    files,
    clipboard,
    setNetwork: (networkType: Device["networkType"]) => setNetwork(device, events, networkType),
  };
  const silent: WxPart = {
    syncApis: {
      getUpdateManager: () => ({ ...UPDATE_MANAGER }),
      getLogManager: () => ({
        log: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        debug: () => undefined,
      }),
      reportEvent: () => undefined,
      reportPerformance: () => undefined,
      preloadSubpackage: () => undefined,
    },
  };
  const parts = [
    storagePart(phone),
    devicePart(device, clipboard),
    feedback.part(),
    files.part(),
    events.part(),
    silent,
  ];
  return {
    ...joinParts([...parts, ...more(controls)]),
    ...controls,
    constants: { env: { USER_DATA_PATH } },
    now: now ? () => now().getTime() : undefined,
    bind: (run) => events.bind(run),
    dialog: () => feedback.dialog(),
    readTemporaryFile: (path) => files.read(path),
    emit: (event, value) => events.emit(event, value),
    close: () => events.clear(),
  };
}
