import { accountTexts } from '../texts/en/account.ts';
import { FormField } from '../ui/form-field.tsx';

/** Asks for the password of who is signed in, before something changes by which they sign in. */
export function PasswordAgain({ id }: { readonly id: string }) {
  return (
    <FormField id={id} label={accountTexts.password}>
      {(control) => (
        <input
          {...control}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={256}
          className="field"
        />
      )}
    </FormField>
  );
}
