import { expect, it } from 'vitest';
import { folder, limpia, lines } from '../support/cli.js';

const FRONT = '---\ntitle: My notes\nauthor: By Ann Example\ndate: 2024-02-03\n---';
const FENCED =
  '```html\n<nav>\nHome\nShare on Facebook\nAdvertisement\n© 2024 Example\nif (a &amp;&amp; b) x = "Ã©";\n</nav>\n```';
const INDENTED = '    Share on Facebook &amp; more\n\n    &nbsp;';
const PROSE = 'The river rose again in the night, and the lower meadows stood under water until noon.';

it('Markdown keeps front matter, code, headings and breaks as they are; the text around them is cleaned', () => {
  const given = [
    FRONT,
    'First part\n==========',
    `${PROSE} It fell &amp; rose, despuÃ©s de todo.`,
    FENCED,
    'Second part\n---',
    'Share on Facebook',
    INDENTED,
    '***',
    `${PROSE} Nobody was hurt.`,
  ].join('\n\n');
  const home = folder({ 'raw/notes.md': given });
  expect(limpia(['clean', '--quiet'], { cwd: home }).status).toBe(0);
  const [document] = lines<{ text: string }>(`${home}/clean`);
  expect(document?.text).toBe(
    given
      .replace('fell &amp; rose, despuÃ©s', 'fell & rose, después')
      .replace('Share on Facebook\n\n    ', '    '),
  );
});

it('an unclosed fence reaches to the end, and three dashes without a partner are no front matter', () => {
  const given = `---\n\n${PROSE}\n\n~~~\nAdvertisement\n\nShare on Facebook`;
  const home = folder({ 'raw/open.md': given });
  expect(limpia(['clean', '--quiet'], { cwd: home }).status).toBe(0);
  expect(lines<{ text: string }>(`${home}/clean`)[0]?.text).toBe(given);
});
