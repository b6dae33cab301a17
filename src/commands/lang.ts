import type { Command } from 'commander';

interface Flags {
  readonly languages?: string;
  readonly json?: true;
  readonly list?: true;
}

/** `limpia lang`: a filter from stdin to stdout, a line in, its language out. */
export function registerLang(program: Command): void {
  program
    .command('lang')
    .showHelpAfterError('(text comes from stdin: limpia lang < FILE; limpia lang --help tells more)')
    .description(
      'name the language of each line from stdin: ISO 639-3 code, score, script, separated by tabs',
    )
    .option('--languages <CODES>', 'answer with one of these or und: eng,spa,cat or en,es,ca')
    .option('--json', 'one JSON object a line, with the runners-up')
    .option('--list', 'print the codes and names of all languages that it knows')
    .addHelpText(
      'after',
      "\nExample:\n  $ printf 'Los pantanos están casi vacíos.\\n' | limpia lang\n  spa\t0.99\tLatn",
    )
    .action(async ({ languages, json, list }: Flags) => {
      const { languageList, langStream } = await import('./lang-action.js');
      if (list) {
        process.stdout.write(languageList());
        return;
      }
      await langStream(process.stdin, process.stdout, { languages, json: json ?? false });
    });
}
