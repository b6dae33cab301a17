import { z } from 'zod';
import { languageFault } from './wanted-languages.js';

/** The code of a language that limpia answers with, of ISO 639-1 or 639-3. */
export const languageCode = z
  .string()
  .superRefine((code, context) => {
    const message = languageFault(code);
    if (message !== '') context.addIssue({ code: 'custom', message });
  })
  // For editors, which cannot ask.
  .meta({ pattern: '^[a-z]{2,3}$' });
