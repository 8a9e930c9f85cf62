import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { controlTexts } from '../texts/en/controls.ts';

/** The attributes by which a control says which label, hint and fault are its own. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FormFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault?: ReactNode;
  readonly optional?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A labelled control with its hint, and its fault beside it as soon as there is one. */
export function FormField({ id, label, hint, fault, optional = false, children }: FormFieldProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  const faultId = fault ? `${id}-fault` : undefined;
  const describedBy = [faultId, hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && (
          <span className="ms-2 font-normal text-note text-ink-soft">{controlTexts.optional}</span>
        )}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': fault ? true : undefined })}
      {fault && (
        <p id={faultId} className="flex items-start gap-1.5 font-medium text-note">
          <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
          <span>{fault}</span>
        </p>
      )}
      {hint && (
        <div id={hintId} className="text-note text-ink-soft">
          {hint}
        </div>
      )}
    </div>
  );
}
