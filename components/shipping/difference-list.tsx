'use client';

import { shippingTexts } from '../texts/en/shipping.ts';
import { Button } from '../ui/button.tsx';
import { type DeliveryDifference, type ExtraPack, keyText } from './delivery-difference.ts';
import type { MissingReason, PackLine } from './shipping-data.ts';

const { receive: texts } = shippingTexts;
const REASONS = Object.keys(texts.missingReasons) as MissingReason[];
/** A delivery that has hardly been opened yet would list everything here. */
const SHOWN = 40;

/** Why each difference is one, by the pack's key. */
export interface DifferenceReasons {
  readonly missing: ReadonlyMap<string, MissingReason>;
  readonly accepted: ReadonlySet<string>;
}

interface DifferenceListProps {
  readonly difference: DeliveryDifference;
  readonly started: boolean;
  /** Nothing is scanned because nothing came. */
  readonly onStart: () => void;
  readonly reasons: DifferenceReasons;
  readonly onReasons: (reasons: DifferenceReasons) => void;
}

/** What is missing and what is extra, each with its reason. */
export function DifferenceList({ difference, started, onStart, reasons, onReasons }: DifferenceListProps) {
  const { matched, missing, extra } = difference;
  if (!started) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-soft">{texts.notStarted}</p>
        <Button size="small" onClick={onStart}>
          {texts.nothingCame}
        </Button>
      </div>
    );
  }
  if (missing.length + extra.length === 0) return <p className="font-medium">{texts.complete}</p>;
  const accept = (key: string, accepted: boolean) => {
    const others = [...reasons.accepted].filter((other) => other !== key);
    onReasons({ ...reasons, accepted: new Set(accepted ? [...others, key] : others) });
  };
  const setMissing = (packs: readonly PackLine[], reason: MissingReason) =>
    onReasons({
      ...reasons,
      missing: new Map([...reasons.missing, ...packs.map((pack) => [keyText(pack), reason] as const)]),
    });
  return (
    <div className="flex flex-col gap-6">
      {extra.length > 0 ? (
        <section>
          <h3 className="font-semibold">{texts.extra(extra.length)}</h3>
          <ul className="mt-2 divide-y divide-line">
            {extra.map((each) => (
              <ExtraRow
                key={keyText(each.pack)}
                extra={each}
                accepted={reasons.accepted.has(keyText(each.pack))}
                onAccept={(accepted) => accept(keyText(each.pack), accepted)}
              />
            ))}
          </ul>
        </section>
      ) : (
        matched.length > 0 && <p className="text-ink-soft">{texts.noDifference}</p>
      )}
      {missing.length > 0 && (
        <section>
          <h3 className="figures font-semibold">{texts.missing(missing.length)}</h3>
          <p className="mt-2 text-ink-soft text-note">{texts.reasonAll}</p>
          <ReasonSelect
            label={texts.reasonAll}
            value={sharedReason(missing, reasons)}
            onChange={(reason) => setMissing(missing, reason)}
          />
          <ul className="mt-2 divide-y divide-line">
            {missing.slice(0, SHOWN).map((pack) => (
              <li key={keyText(pack)} className="flex flex-wrap items-center justify-between gap-x-3 py-2">
                <span className="font-mono text-note">{pack.serial}</span>
                <ReasonSelect
                  label={texts.reasonOf(pack.serial)}
                  value={reasons.missing.get(keyText(pack)) ?? 'not-checked'}
                  onChange={(reason) => setMissing([pack], reason)}
                  small
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The reason all of them share, if they do. */
function sharedReason(missing: readonly PackLine[], reasons: DifferenceReasons): MissingReason | '' {
  const given = new Set(missing.map((pack) => reasons.missing.get(keyText(pack)) ?? 'not-checked'));
  const [only] = given;
  return given.size === 1 && only ? only : '';
}

function ExtraRow({
  extra: { pack, reason, announced },
  accepted,
  onAccept,
}: {
  readonly extra: ExtraPack;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
}) {
  return (
    <li className="py-2">
      <p className="font-mono text-note">{pack.serial}</p>
      <p className="text-note">
        {texts.extraReasons[reason]}
        {announced && ` (${texts.announcedAs(announced.batch)})`}
      </p>
      <label className="flex min-h-9 items-center gap-2 text-note">
        <input
          type="checkbox"
          className="size-4"
          checked={accepted}
          onChange={(event) => onAccept(event.target.checked)}
        />
        {texts.accept}
      </label>
    </li>
  );
}

function ReasonSelect({
  label,
  value,
  onChange,
  small = false,
}: {
  readonly label: string;
  readonly value: MissingReason | '';
  readonly onChange: (reason: MissingReason) => void;
  readonly small?: boolean;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as MissingReason)}
      className={
        small ? 'min-h-9 max-w-44 rounded-small border border-line bg-surface px-2 text-note' : 'field mt-1'
      }
    >
      {value === '' && (
        <option value="" disabled>
          {label}
        </option>
      )}
      {REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {texts.missingReasons[reason]}
        </option>
      ))}
    </select>
  );
}
