import { createRequire } from 'node:module';

/** limpia's version, as package.json tells it. */
export const VERSION: string = (createRequire(import.meta.url)('../package.json') as { version: string })
  .version;
