import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import type { PaperForm, PaperMaterial } from "@talent/shared/domain/caseWork";
import {
  bodyOf,
  FORM_STEPS,
  problemsOf,
  type FormValues,
  type Problem,
} from "../../../components/requestForm/formState";

/** How each paper was shown at the window, by material. */
export type PaperChecks = Readonly<Record<string, PaperForm | undefined>>;

/** Ticks a paper off, or takes the tick away again. */
export function tick(checks: PaperChecks, materialKey: string, seen: PaperForm): PaperChecks {
  return { ...checks, [materialKey]: checks[materialKey] === seen ? undefined : seen };
}

function paperMaterials(checks: PaperChecks): PaperMaterial[] {
  return Object.entries(checks).flatMap(([materialKey, seen]) =>
    seen === undefined ? [] : [{ materialKey, seen }],
  );
}

/** Everything that is still missing, in the order of the page. `photographed` names materials that have a file. */
export function intakeProblems(
  item: ItemDetail,
  values: FormValues,
  checks: PaperChecks,
  context: { todayOn: string; photographed: ReadonlySet<string> },
): Problem[] {
  const seen = paperMaterials(checks).map(({ materialKey }) => materialKey);
  const handedIn = new Set([...context.photographed, ...seen]);
  return FORM_STEPS.flatMap((step) => problemsOf(step, item, values, { todayOn: context.todayOn, handedIn }));
}

/** What is sent: the form, the papers that were seen, and the consents that were signed on paper. */
export function intakeBody(values: FormValues, checks: PaperChecks) {
  const { consents, ...fields } = bodyOf(values);
  return { ...fields, consentsOnPaper: consents, paperMaterials: paperMaterials(checks) };
}
