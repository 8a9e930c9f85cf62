'use client';

import { useState } from 'react';
import { signInTexts } from '../texts/en/sign-in.ts';
import { FormField } from '../ui/form-field.tsx';

/** A password that can be looked at while it is typed. */
export function PasswordField() {
  const [shown, setShown] = useState(false);
  return (
    <FormField id="password" label={signInTexts.password}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            required
            className="field pe-20"
          />
          <button
            type="button"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute end-1 top-1/2 min-h-9 -translate-y-1/2 rounded-small px-3 text-brand text-note hover:bg-brand-soft"
          >
            {shown ? signInTexts.hidePassword : signInTexts.showPassword}
          </button>
        </div>
      )}
    </FormField>
  );
}
