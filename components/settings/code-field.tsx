import type { ReactNode } from 'react';
import { FormField } from '../ui/form-field.tsx';

/** Takes the six digits that an authenticator app shows. */
export function CodeField({
  id,
  label,
  hint,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
}) {
  return (
    <FormField id={id} label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\s*(\d\s*){6}"
          required
          maxLength={12}
          className="field figures font-mono"
        />
      )}
    </FormField>
  );
}
