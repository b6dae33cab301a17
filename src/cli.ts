#!/usr/bin/env node
import tab from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import { registerClean } from './commands/clean.js';
import { registerDiff } from './commands/diff.js';
import { registerDoctor } from './commands/doctor.js';
import { registerExplain } from './commands/explain.js';
import { registerInit } from './commands/init.js';
import { registerLang } from './commands/lang.js';
import { registerRepair } from './commands/repair.js';
import { registerRestore } from './commands/restore.js';
import { registerRulesCoverage } from './commands/rules-coverage.js';
import { registerRulesMine } from './commands/rules-mine.js';
import { registerRulesNew } from './commands/rules-new.js';
import { registerRulesSchema } from './commands/rules-schema.js';
import { registerRulesTest } from './commands/rules-test.js';
import { registerRulesTry } from './commands/rules-try.js';
import { EXIT, type ExitCode, LimpiaError } from './core/errors.js';
import { codeOf, ofSystem } from './core/failure.js';
import { VERSION } from './version.js';

/** argv → command. What a command does is loaded when it is called. */
function program(): Command {
  const limpia = new Command('limpia')
    .description('Turns scraped text into a clean, tagged, reversible corpus.')
    .version(VERSION)
    .showSuggestionAfterError()
    .showHelpAfterError('(limpia --help tells what there is)')
    .exitOverride();
  registerClean(limpia);
  registerExplain(limpia);
  registerRestore(limpia);
  registerRepair(limpia);
  registerInit(limpia);
  registerDiff(limpia);
  registerDoctor(limpia);
  registerLang(limpia);
  const rules = limpia.command('rules').description('write, test and try cleanup rules');
  for (const register of [
    registerRulesNew,
    registerRulesTest,
    registerRulesTry,
    registerRulesMine,
    registerRulesCoverage,
    registerRulesSchema,
  ])
    register(rules);
  tab(limpia, { completionCommandName: 'completion' });
  return limpia;
}

function report(error: unknown): ExitCode {
  if (error instanceof LimpiaError) {
    process.stderr.write(`limpia: ${error.message}\n${error.hint === '' ? '' : `${error.hint}\n`}`);
    return error.exitCode;
  }
  if (isCommanderError(error)) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const system = ofSystem(error);
  if (system) return report(system);
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`limpia: this is a bug of limpia: ${what}\n`);
  return EXIT.failed;
}

function isCommanderError(error: unknown): error is { exitCode: number } {
  return (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('commander.') &&
    'exitCode' in error
  );
}

// Whoever reads the output may stop: that is no error, as with `limpia lang < FILE | head`.
process.stdout.on('error', error => {
  process.exit(codeOf(error) === 'EPIPE' ? EXIT.ok : report(error));
});

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
