import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { aria } from "../../../components/base/aria";
import { Button } from "../../../components/base/Button";
import { Icon } from "../../../components/base/Icon";
import { Note } from "../../../components/base/Note";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { StepBar } from "../../../components/talent/Steps";
import { back } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ChooseSource } from "../../../components/requestForm/ChooseSource";
import { FORM_STEPS } from "../../../components/requestForm/formState";
import { StepMaterials } from "./StepMaterials";
import { StepReview } from "./StepReview";
import { StepWho } from "../../../components/requestForm/StepWho";
import { StepWishes } from "../../../components/requestForm/StepWishes";
import { formTexts } from "../../../components/requestForm/formTexts";
import { useFormMaterials } from "./useFormMaterials";
import { useFormSteps } from "./useFormSteps";
import { useRequestForm } from "./useRequestForm";
import { useSubmit } from "./useSubmit";

const LAST = FORM_STEPS.length - 1;

export interface RequestFormProps {
  item: ItemDetail;
  given: RequestDetail | undefined;
  me: Me;
}

/** The four steps of a request. One topic per step; going back or closing the app loses nothing. */
export function RequestForm({ item, given, me }: RequestFormProps) {
  const t = useTexts(formTexts);
  const words = useWords();
  const form = useRequestForm(item.id, given);
  const materials = useFormMaterials(item, form);
  const { values, set, savedAt } = form.draft;
  const steps = useFormSteps({ item, values, set, handedIn: materials.handedIn, onLeave: form.saveRemote });
  const submit = useSubmit(form);
  const { step, goTo: setStep } = steps;
  const shared = { values, set, errors: steps.errors };
  const { maskedName, family } = me.talent ?? { maskedName: me.displayName, family: [] };
  const failure = submit.sentence ?? steps.summary;
  const onMain = () => {
    if (step < LAST) steps.next();
    else if (steps.check()) submit.run();
  };
  const busyText = submit.busy ? t.submitting : step >= 2 && materials.busy ? t.waiting : undefined;
  return (
    <Page
      name="form"
      title={words.say(item.name)}
      backTo="services"
      onBack={() => (step === 0 ? back("services") : setStep(step - 1))}
      jumpTo={steps.jumpTo}
      bottom={
        <ActionBar>
          {step === 0 ? null : <Button kind="text" text={t.previous} onTap={() => setStep(step - 1)} />}
          <Button
            id="form-next"
            className="grow"
            text={t.next[step] ?? ""}
            onTap={onMain}
            busyText={busyText}
          />
        </ActionBar>
      }
      over={
        materials.choice.asking === undefined ? null : (
          <ChooseSource
            onClose={materials.choice.close}
            onChoose={(kind) => void materials.choice.pick(materials.choice.asking ?? "", kind)}
          />
        )
      }
    >
      <StepBar now={step + 1} count={FORM_STEPS.length} label={t.step(step + 1, FORM_STEPS.length)} />
      <View className="row row-between mt-2 t-s ink-2">
        <Text>{t.step(step + 1, FORM_STEPS.length)}</Text>
        <View className="row" {...aria({ live: "polite" })}>
          {savedAt === undefined ? null : <Icon name="check" size="xs" colour="moss-ink" className="mr-2" />}
          <Text>{savedAt === undefined ? t.notSaved : t.saved(words.time(savedAt))}</Text>
        </View>
      </View>
      {failure === undefined ? null : <Note className="mt-3" tone="brick" text={failure} />}
      {step === 0 ? <StepWho {...shared} item={item} ownName={maskedName} family={family} /> : null}
      {step === 1 ? <StepWishes {...shared} item={item} /> : null}
      {step === 2 ? <StepMaterials {...materials.step} errors={steps.errors} /> : null}
      {step === LAST ? (
        <StepReview {...shared} item={item} filesOf={materials.filesOf} onGoTo={setStep} family={family} />
      ) : null}
    </Page>
  );
}
