import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import { suggest } from '../core/suggest.js';
import { rulesFolder } from '../engine/load-settings.js';
import { coloursFor } from '../report/colours.js';
import { showTry } from '../report/show-try.js';
import { committedText } from '../rules/committed.js';
import { acceptPlace } from '../rules/load.js';
import { tryRepeat } from '../rules/try-repeat.js';
import { tryRule } from '../rules/try.js';
import { compileRules, type RuleFile } from '../strip/compile.js';
import { ACCEPTED } from '../strip/protect.js';
import type { Rule } from '../strip/rule.js';
import { type RuleSet, ruleSetOf } from '../strip/rule-set.js';
import { loadWork } from './load-work.js';
import type { SampleOptions } from './sample-options.js';

/** `limpia rules try`: what does a rule do to real data? */
export async function rulesTry(id: string, input: string, options: SampleOptions): Promise<ExitCode> {
  const { config, files, options: settings, ruleSet, sample } = await loadWork(input, options);
  const rule = find(id, ruleSet.rules, settings.off);
  const old = earlier(files, id);
  const before = old ? compileRules(old, settings).ruleSet : without(ruleSet, id);
  const against = before.rules.some(rule => rule.id === id) ? 'its committed form' : 'not having it';
  const act = rule.action.kind === 'repeat' ? tryRepeat : tryRule;
  const tried = act(sample, before, ruleSet, id, config.level);
  const folder = rulesFolder(options.rules);
  const keptFrom = tried.keptFrom.map(one =>
    one.by === ACCEPTED ? { ...one, by: acceptPlace(folder, one.line) } : one,
  );
  const result = { ...tried, keptFrom };
  if (options.json === true) process.stdout.write(`${JSON.stringify({ rule: id, against, ...result })}\n`);
  else process.stdout.write(showTry(id, against, result, coloursFor(process.stdout)));
  if (rule.level === 'full' && config.level === 'safe')
    process.stderr.write(`${id} is for level full only, and this is level safe: add --level full\n`);
  return result.fires === 0 || result.heldBack > 0 ? EXIT.failed : EXIT.ok;
}

/** @throws LimpiaError when there is no such rule, or it is switched off. */
function find(id: string, rules: readonly Rule[], off: readonly string[]): Rule {
  const rule = rules.find(one => one.id === id);
  if (rule) return rule;
  if (off.some(one => id === one || id.startsWith(`${one}/`)))
    throw new LimpiaError(
      `${id} is switched off in pipeline.yml.`,
      EXIT.usage,
      'Take it out of the list "off".',
    );
  const ids = rules.map(one => one.id);
  throw new LimpiaError(`There is no rule ${id}.`, EXIT.usage, suggest(id, ids));
}

/** All rules but one; they need not be compiled again. */
function without({ rules, accept }: RuleSet, id: string): RuleSet {
  const others = rules.filter(rule => rule.id !== id).map((rule, order) => ({ ...rule, order }));
  return ruleSetOf(others, [...accept]);
}

/** All rule files, the one of the rule as it was last committed; undefined where that is as it is now, or there is none. */
function earlier(files: readonly RuleFile[], id: string): readonly RuleFile[] | undefined {
  const topic = id.slice(0, id.lastIndexOf('/'));
  const old = files.map(file => {
    if (file.path.replace(/\.ya?ml$/, '') !== topic || file.name === undefined) return file;
    const text = committedText(file.name);
    return text === undefined || text === file.text ? file : { ...file, text };
  });
  return old.some((file, i) => file !== files[i]) ? old : undefined;
}
