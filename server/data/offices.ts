import districtsFile from "@talent/shared/data/districts.json";
import departmentsFile from "./departments.json";
import employersFile from "./employers.json";
import namesFile from "./names.json";
import { departmentsFileSchema, employersFileSchema, namesFileSchema } from "./schema";

const { departments, districtCentre } = departmentsFileSchema.parse(departmentsFile);

/** Districts and counties in code order. */
export const DISTRICTS: readonly { code: string; name: string }[] = districtsFile.districts;

/** Sample departments with their posts. */
export const DEPARTMENTS = departments;

/** The office that every district has for whatever no other office of it takes. */
export const DISTRICT_CENTRE = districtCentre;

/** Invented employers. */
export const EMPLOYERS = employersFileSchema.parse(employersFile).employers;

/** Parts of invented names. */
export const NAMES = namesFileSchema.parse(namesFile);
