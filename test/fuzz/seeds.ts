import { gzipSync } from 'node:zlib';

/** What fuzzing starts from, for each target: small, and of every kind. */
const TEXT = [
  'La panader铆a abri贸 a las seis.\n\nfolder_openUnited States\n\nMore in Politics\n\nA.\n',
  'Le marchÃ© &eacute;tait fermÃ©; &amp;amp; ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ïðèâåò “ok” \u00a0\u200b\r\nShare\tthis\n',
  '# Title\n\n```js\n  code\n```\n\n> quote\n\n- item\n\nTitle\nTitle\nBy Ann Other\n',
  '漢字かな交じり文。สวัสดี مرحبا שלום नमस्ते 안녕 𝒳 e\u0301 \ud83d\ude00 \ufffd\n',
];
const RECORDS = [
  '{"id":"a","text":"One sentence.","n":1e400}\n{"text":7}\nnot json\n{"text":"b"}',
  '[{"text":"x","a":{"b":[1,null]}},{"text":"y"}]',
  'id,text\n1,"a, ""b"""\n2,c\n',
  'id\ttext\n1\tb\n',
];
const RULES = [
  'lang: [en]\nrules:\n  a:\n    why: w\n    line: [More, "^x{1,3}$"]\n    examples: [{drop: More}, {keep: Less}]\n',
  'rules: {b: {block: {from: "^Related", to: end}, examples: [{from: "a\\nRelated\\nb", to: a}, {keep: x}]}}\n',
];

const utf8 = (texts: readonly string[]): Buffer[] => texts.map(text => Buffer.from(text, 'utf8'));
const wide = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

export const SEEDS: Readonly<Record<string, readonly Buffer[]>> = {
  read: [...utf8([...RECORDS, ...TEXT]), ...RECORDS.map(text => gzipSync(text)), wide(RECORDS[0] ?? '')],
  decoded: [...utf8(TEXT), ...TEXT.map(text => Buffer.from(text, 'latin1')), wide(TEXT[0] ?? '')],
  cleaned: utf8(TEXT),
  rules: utf8(RULES),
};
