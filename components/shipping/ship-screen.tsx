'use client';

import Link from 'next/link';
import { type FormEvent, useRef, useState } from 'react';
import { receiptAddress } from '../page-addresses.ts';
import { shippingTexts } from '../texts/en/shipping.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FormField } from '../ui/form-field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { MovementDone } from './movement-done.tsx';
import { ShipPacks } from './ship-packs.tsx';
import type { MovementResult, PartnerPlace, ShipScreenProps } from './shipping-data.ts';
import { usePackReader } from './use-pack-reader.ts';
import { useShipList } from './use-ship-list.ts';

const { ship: texts } = shippingTexts;
/** The packs stand outside of the form, for pasting codes is a form of its own. */
const FORM = 'shipment';

/** Ship: where to, and which packs. */
export function ShipScreen({ partners, thisYear, check, checkUnits, ship }: ShipScreenProps) {
  const [to, setTo] = useState('');
  const [reference, setReference] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const [result, setResult] = useState<MovementResult>();
  const requestId = useRef<string>(undefined);
  const list = useShipList({ check, checkUnits });
  const readText = usePackReader(
    thisYear,
    (packs) => {
      requestId.current = undefined;
      return list.add(packs);
    },
    (units) => {
      requestId.current = undefined;
      return list.addUnits(units);
    },
  );
  const count = list.fit.length + list.fitUnits.reduce((sum, unit) => sum + unit.packs, 0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (to === '') {
      setFault(texts.needPlace);
      return;
    }
    setBusy(true);
    requestId.current ??= crypto.randomUUID();
    const id = requestId.current;
    const packs = list.fit.map(({ gtin, serial }) => ({ gtin, serial }));
    const units = list.fitUnits.map(({ sscc }) => sscc);
    const said = { to, packs, units, reference: reference.trim() || undefined };
    const answer = await askServer(() => ship(said, id));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setResult(answer.value);
  };
  const another = () => {
    requestId.current = undefined;
    setResult(undefined);
    setReference('');
    list.clear();
  };

  return (
    <div className="mx-auto max-w-5xl">
      <PageHead title={texts.title}>{texts.intro}</PageHead>
      {partners.length === 0 && <EmptyState title={texts.noPartners}>{texts.noPartnersText}</EmptyState>}
      {result && (
        <MovementDone
          title={texts.done}
          text={texts.doneText(count)}
          result={result}
          action={
            <div className="flex flex-wrap gap-3">
              <Button kind="primary" onClick={another}>
                {texts.another}
              </Button>
              <Link
                prefetch={false}
                href={receiptAddress(result.shipmentId)}
                className={buttonClass('secondary')}
              >
                {texts.see}
              </Link>
            </div>
          }
        />
      )}
      {partners.length > 0 && !result && (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_1fr]">
          <Card>
            <form id={FORM} onSubmit={submit} noValidate>
              <Destination partners={partners} to={to} onTo={setTo} fault={fault} />
              <div className="mt-5">
                <FormField id="reference" label={texts.reference} hint={texts.referenceHint} optional>
                  {(control) => (
                    <input
                      {...control}
                      value={reference}
                      onChange={(event) => setReference(event.target.value)}
                      maxLength={60}
                      className="field"
                    />
                  )}
                </FormField>
              </div>
            </form>
          </Card>
          <div className="flex min-w-0 flex-col gap-4">
            <ShipPacks list={list} onText={readText} />
            {problem && <Problem problem={problem} />}
            <Button
              type="submit"
              form={FORM}
              kind="primary"
              size="large"
              busy={busy}
              disabled={list.fit.length + list.fitUnits.length === 0 || list.busy}
            >
              {texts.submit(count)}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

function Destination({
  partners,
  to,
  onTo,
  fault,
}: {
  readonly partners: readonly PartnerPlace[];
  readonly to: string;
  readonly onTo: (gln: string) => void;
  readonly fault: string | undefined;
}) {
  return (
    <FormField id="to" label={texts.to} hint={texts.toHint} fault={to === '' && fault}>
      {(control) => (
        <select {...control} value={to} onChange={(event) => onTo(event.target.value)} className="field">
          <option value="">{texts.choose}</option>
          {partners.map(({ gln, name, organisation, city, country }) => (
            <option key={gln} value={gln}>
              {`${organisation}: ${name}, ${city} (${country})`}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
