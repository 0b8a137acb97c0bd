import * as z from "zod/mini";
import { isDistrict } from "@talent/shared/domain/districts";
import { employersFileSchema } from "../../server/data/schema";
import { EmployerModel } from "../../server/features/employers/index";
import { idOf } from "../seed/ids";
import type { LoadPlan } from "./plan";
import { readDataFile } from "./readFile";

const fileSchema = z.object({ employers: employersFileSchema.shape.employers });

/** Employers of a file, found again by their code. */
export async function planEmployers(path: string): Promise<LoadPlan> {
  const { employers } = readDataFile(path, fileSchema);
  const plan: LoadPlan = { problems: [], writes: [] };
  const seen = new Set<string>();
  for (const [index, employer] of employers.entries()) {
    const { code, name, districtCode } = employer;
    if (seen.has(code)) plan.problems.push(`employers.${index}.code: twice ${code}`);
    seen.add(code);
    if (!isDistrict(districtCode))
      plan.problems.push(`employers.${index}.districtCode: unknown ${districtCode}`);
    const before = await EmployerModel.findOne({ code }).lean();
    const same =
      before !== null &&
      before.name === name &&
      before.districtCode === districtCode &&
      before.kind === employer.kind;
    if (same) continue;
    plan.writes.push({
      says: `${before === null ? "new employer" : "employer changed"} ${code} ${name}`,
      write: () =>
        EmployerModel.updateOne(
          { code },
          { $set: employer, $setOnInsert: { _id: idOf(code) } },
          { upsert: true },
        ),
    });
  }
  return plan;
}
