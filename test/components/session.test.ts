/** @jest-environment jsdom */
import type { Session } from "@talent/shared/contract/schemas/accounts";
import {
  dropSession,
  forgetSession,
  keepSession,
  PERSONAL_PREFIX,
  useSession,
} from "../../miniapp/src/api/session";
import { storage } from "../../miniapp/src/platform/storage";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

const DRAFT = `${PERSONAL_PREFIX}draft:request:1`;

function sessionOf(id: string): Session {
  return {
    token: `token-${id}`,
    refreshToken: `refresh-${id}`,
    expiresInSeconds: 600,
    me: { id },
  } as unknown as Session;
}

afterEach(forgetSession);

test("a session that ran out leaves the drafts of its person in place", () => {
  keepSession(sessionOf("a"));
  storage.write(DRAFT, { values: { points: ["written"] } });
  dropSession();
  expect(useSession.getState().session).toBeUndefined();
  keepSession(sessionOf("a"));
  expect(storage.read(DRAFT)).toEqual({ values: { points: ["written"] } });
});

test("another person on the same device sees nothing of the one before", () => {
  keepSession(sessionOf("a"));
  storage.write(DRAFT, { values: {} });
  dropSession();
  keepSession(sessionOf("b"));
  expect(storage.read(DRAFT)).toBeUndefined();
});

test("signing out removes what was personal and keeps the settings of the device", () => {
  storage.write("settings", { textSize: "elder" });
  keepSession(sessionOf("a"));
  storage.write(DRAFT, { values: {} });
  forgetSession();
  expect(storage.read(DRAFT)).toBeUndefined();
  expect(storage.read("settings")).toEqual({ textSize: "elder" });
});
