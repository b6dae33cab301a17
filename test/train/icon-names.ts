/**
 * Derives src/strip/icon-names.ts from the names that the npm package material-icons lists:
 *
 *     tar xzOf material-icons-1.13.14.tgz package/_data/versions.json | node .build/train/icon-names.js
 *       | npx prettier --stdin-filepath x.ts > src/strip/icon-names.ts
 */
import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';

/** Icons that stand before captions. */
const CAPTION = ['photo_camera', 'camera_alt', 'photo_library', 'add_a_photo', 'insert_photo', 'local_see'];
/** What programs call their own things as well: a line of documentation may begin with it. */
const CODE = /^(?:code|data|device|file|network|storage|text|token|key|input|output|format_(?:list|text))_/;
/** Names that other sets of icons have. */
const OTHERS =
  `arrow_backward bookmark_outline email_outline favorite_outline full_screen info_outline label_outline
  lightbulb_outline mail_outline map_marker phone_in_talk school_outline thumbs_up_down`.split(/\s+/);
/** File names that pages show beside icons of their own. */
const SEEN = [
  'file_copy',
  'file_download',
  'file_upload',
  'format_list_bulleted',
  'text_fields',
  'text_format',
  'text_snippet',
];
/** Words that are icons only where they are glued to a capital, and known from menus and buttons. */
const GLUED = `bookmark chat close comment email event expand favorite fullscreen history home info
  language link list location lock login logout loyalty mail menu notifications person phone place print public schedule
  search send settings share shuffle sms star sync tag today translate tune update videocam visibility`.split(
  /\s+/,
);

const known = Object.keys(JSON.parse(await text(stdin)) as Record<string, unknown>);
const snake = known.filter(
  name => /^[a-z]+(?:_[a-z\d]+)+$/.test(name) && !CODE.test(name) && !CAPTION.includes(name),
);
const all = [...new Set([...snake, ...OTHERS, ...SEEN])].sort();

stdout.write(`// Made by test/train/icon-names.ts from the names that the npm package material-icons lists. Don't edit.

/** Names of Material icons, which pages write as text for a font to turn into pictures. These stand beside content. */
export const CAPTION_ICONS = names('${CAPTION.join(' ')}');

/** Names that no text holds by chance. */
export const SNAKE_ICONS = names(\`${wrap(all)}\`);

/** Words that are icons only where they are glued to a capital. */
export const WORD_ICONS = names(\`${wrap(GLUED)}\`);

function names(list: string): readonly string[] {
  return list.split(/\\s+/).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
`);

function wrap(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const line = lines.at(-1) ?? '';
    if (line.length + name.length > 110) lines.push(name);
    else lines[lines.length - 1] = line === '' ? name : `${line} ${name}`;
  }
  return lines.join('\n  ');
}
