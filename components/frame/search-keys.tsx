'use client';

import { useEffect } from 'react';
import { isTextField } from '../ui/is-text-field.ts';

/** `/` and Ctrl-K lead to the search, whose field has the id `input`. Shows nothing. */
export function SearchKeys({ input }: { readonly input: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTextField(event.target);
      const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      const field = document.getElementById(input);
      if (event.defaultPrevented || !(slash || ctrlK) || !(field instanceof HTMLInputElement)) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
  return null;
}
