'use client';

import { PAGE } from '../page-addresses.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { selfTestTexts } from '../texts/en/self-test.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PageLink } from '../ui/page-link.tsx';
import type { ScanSettings } from './scan-settings.ts';

const { settings: texts } = scanTexts;

interface SettingsDialogProps {
  readonly open: boolean;
  readonly settings: ScanSettings;
  readonly maySupply: boolean;
  readonly onChange: (change: Partial<ScanSettings>) => void;
  readonly onClose: () => void;
}

/** How this workstation likes to scan. */
export function SettingsDialog({ open, settings, maySupply, onChange, onClose }: SettingsDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={texts.title}>
      <div className="flex flex-col gap-5">
        <Choice
          label={texts.continuous}
          hint={texts.continuousHint}
          checked={settings.continuous}
          onChange={(continuous) => onChange({ continuous })}
        />
        {maySupply && (
          <fieldset disabled={settings.continuous} className="disabled:opacity-55">
            <legend className="mb-2 font-medium">{texts.nextScan}</legend>
            {(['ask', 'finish'] as const).map((way) => (
              <label key={way} className="flex min-h-10 items-center gap-3">
                <input
                  type="radio"
                  name="next-scan"
                  className="size-5"
                  checked={settings.nextScan === way}
                  onChange={() => onChange({ nextScan: way })}
                />
                {texts[way]}
              </label>
            ))}
          </fieldset>
        )}
        <Choice label={texts.sound} checked={settings.sound} onChange={(sound) => onChange({ sound })} />
        <Choice label={texts.camera} checked={settings.camera} onChange={(camera) => onChange({ camera })} />
        <PageLink href={PAGE.scannerTest} className={buttonClass('secondary')}>
          {selfTestTexts.title}
        </PageLink>
      </div>
    </Dialog>
  );
}

function Choice({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-10 items-start gap-3">
      <input
        type="checkbox"
        className="mt-0.5 size-5 shrink-0"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <span className="font-medium">{label}</span>
        {hint && <span className="block text-ink-soft text-note">{hint}</span>}
      </span>
    </label>
  );
}
