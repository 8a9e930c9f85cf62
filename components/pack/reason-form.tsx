import { controlTexts } from '../texts/en/controls.ts';
import { reasonTexts } from '../texts/en/reason.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Identifier } from '../ui/identifier.tsx';

/** Asks an inspector for a reason before anything of the pack is shown. The answer is the page's own address with the reason in it. */
export function ReasonForm({ gtin, serial }: { readonly gtin: string; readonly serial: string }) {
  return (
    <div className="mx-auto max-w-2xl">
      <Card>
        <h1 className="font-semibold text-title tracking-tight">{reasonTexts.title}</h1>
        <p className="mt-1 mb-5 text-ink-soft">{reasonTexts.text}</p>
        <FactList
          facts={[
            [controlTexts.identifiers.gtin, <Identifier key="gtin" kind="gtin" value={gtin} />],
            [controlTexts.identifiers.serial, <Identifier key="serial" kind="serial" value={serial} />],
          ]}
        />
        <form className="mt-5 flex flex-col gap-5">
          <FormField id="reason" label={reasonTexts.label} hint={reasonTexts.hint}>
            {(control) => (
              <input {...control} name="reason" minLength={4} maxLength={500} required className="field" />
            )}
          </FormField>
          <Button type="submit" kind="primary">
            {reasonTexts.submit}
          </Button>
        </form>
      </Card>
    </div>
  );
}
