export { createCalendarReader } from "./reader";
