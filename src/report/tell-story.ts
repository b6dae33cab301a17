import type { Layer } from '../core/document.js';
import { apply } from '../core/edits.js';
import { codePointLength } from '../core/offsets.js';
import { type Colours, NO_COLOURS } from './colours.js';
import { plural } from './format.js';
import { showEdit } from './show-edit.js';
import type { Story, StoryTags } from './story.js';

/** A story for a person, coloured on a terminal. */
export function tellStory(story: Story, colours: Colours = NO_COLOURS): string {
  const lines = [`${colours.bold(`${story.path}:${story.offset}`)}  ${story.id}`];
  if (story.fate === 'rejected') {
    lines.push(`${colours.red('rejected')}: ${story.reason}. ${story.error} (${story.length} bytes)`);
    return `${lines.join('\n')}\n`;
  }
  const { original, text, charset, layers, fields, tags } = story;
  const read = `${charset}, ${codePointLength(original)} characters read`;
  if (story.fate === 'dropped' && layers.length === 0) lines.push(read);
  else {
    lines.push(`${read}, ${codePointLength(text)} after cleaning`);
    lines.push(...tellLayers(original, layers, colours));
  }
  for (const { line, by, place } of story.accepted)
    lines.push('', `${colours.yellow('accepted')}  ${place} keeps this line from ${by}: ${line}`);
  for (const { by, note } of story.skipped) lines.push('', `${colours.yellow('held back')}  ${by}: ${note}`);
  for (const { text: what, by, note } of story.suspects)
    lines.push('', `${colours.yellow('suspect')}  ${what}  ${by}: ${note}`);
  const known = Object.entries(fields).filter(([, value]) => value !== '');
  if (known.length > 0) lines.push('', ...known.map(([name, value]) => `${colours.bold(name)}  ${value}`));
  if (tags) lines.push('', ...tellTags(tags, colours));
  lines.push(
    '',
    story.fate === 'kept' ? colours.green('kept') : `${colours.red(story.fate)}: ${story.reason}`,
    ...(story.remark === '' ? [] : [`(${story.remark})`]),
  );
  return `${lines.join('\n')}\n`;
}

function tellLayers(original: string, layers: readonly Layer[], colours: Colours): string[] {
  const lines: string[] = [];
  let text = original;
  for (const { stage, edits } of layers) {
    lines.push('', `${colours.bold(stage)}  ${plural(edits.length, 'edit')}`);
    for (const edit of edits) lines.push(showEdit(text, edit, colours));
    text = apply(text, edits);
  }
  return lines.length > 0 ? lines : ['', 'Nothing was changed.'];
}

const EXCERPT_UNITS = 60;

function tellTags({ lang, score, script, by, paragraphs }: StoryTags, colours: Colours): string[] {
  const rows = paragraphs.map(({ text, lang: own, score: sure, kind }) => {
    const excerpt = text.length > EXCERPT_UNITS ? `${text.slice(0, EXCERPT_UNITS)}…` : text;
    return `  ${own} ${sure.toFixed(2)}  ${kind.padEnd(7)}  ${colours.dim(excerpt.replaceAll('\n', ' '))}`;
  });
  return [`${colours.bold('language')}  ${lang} ${score.toFixed(2)}, ${script}, by ${by}`, ...rows];
}
