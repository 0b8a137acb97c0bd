import { Types } from "mongoose";
import type { NoticeType } from "@talent/shared/domain/notices";
import { NoticeModel, rowOf } from "../../../server/features/notices/index";

/** Writes notice rows that are due now, as the relay would. */
export async function writeDueRows(
  rows: readonly { recipientId: string; type?: NoticeType; occasion?: string; due?: Date }[],
): Promise<void> {
  await NoticeModel.insertMany(
    rows.map(({ recipientId, type = "requestAccepted", occasion = "1", due = new Date() }) =>
      rowOf(
        {
          id: occasion,
          type,
          recipientId,
          occasion,
          values: { number: "26-00001", itemName: "子女入学协调", dueOn: "2026-11-27", reason: "材料不全" },
          at: new Date("2026-10-09T01:00:00Z"),
        },
        { kind: "request", id: new Types.ObjectId().toHexString() },
        due,
      ),
    ),
  );
}
