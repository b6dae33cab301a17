import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/decode/decode.js';
import { detect } from '../../src/decode/detect.js';
import { PAGES } from '../../src/decode/pages.js';
import { decodeAs } from '../../src/decode/strict.js';

/** Sentences written for this test. */
const TEXTS: Readonly<Record<string, string>> = {
  ces: 'Příliš žluťoučký kůň úpěl ďábelské ódy, a přesto si každý večer zazpíval ještě jednu písničku o tom, jak řeka teče.',
  pol: 'Wczoraj wieczorem poszliśmy nad rzekę, żeby zobaczyć łódki; zrobiło się późno i wróciliśmy do domu pieszo.',
  fra: "L'été dernier, nous avons mangé des pâtes à la crème près de la forêt, où les élèves jouaient déjà à cache-cache.",
  tur: 'Dün akşam güneş batarken çocuklar bahçede oynuyordu; annem ise içeride çay demleyip ağabeyimi bekliyordu, şaşırdım.',
  lit: 'Vakar vakare vaikai žaidė kieme, o močiutė kepė bandeles ir laukė, kol grįš tėtis iš darbo šalia ąžuolyno.',
  rus: 'Вчера вечером мы долго гуляли вдоль реки и говорили о том, как быстро проходит лето в нашем городе.',
  ukr: 'Учора ввечері ми довго гуляли біля річки й розмовляли про те, як швидко минає літо в нашому місті, їхали додому.',
  ell: 'Χθες το βράδυ περπατήσαμε ώρα πολλή δίπλα στο ποτάμι και μιλήσαμε για το πόσο γρήγορα περνάει το καλοκαίρι.',
  heb: 'אתמול בערב הלכנו זמן רב לאורך הנהר ודיברנו על כמה מהר עובר הקיץ בעיר שלנו.',
  ara: 'مشينا مساء أمس طويلا على ضفة النهر وتحدثنا عن سرعة مرور الصيف في مدينتنا.',
  tha: 'เมื่อวานตอนเย็นเราเดินเล่นริมแม่น้ำเป็นเวลานานและคุยกันว่าฤดูร้อนผ่านไปเร็วเพียงใด',
  jpn: '昨日の夕方、私たちは川のそばを長い間歩いて、この町の夏がどれほど早く過ぎるかについて話しました。',
  kor: '어제 저녁 우리는 강가를 오랫동안 걸으며 우리 도시의 여름이 얼마나 빨리 지나가는지 이야기했습니다.',
  chi: '昨天晚上我们沿着河边走了很久，谈到我们城市的夏天过得有多快，大家都觉得很可惜。',
  tai: '昨天晚上我們沿著河邊走了很久，談到我們城市的夏天過得有多快，大家都覺得很可惜。',
};

describe('bytes without a mark', () => {
  it.each([
    ['ces', 'windows-1250'],
    ['ces', 'iso-8859-2'],
    ['pol', 'windows-1250'],
    ['pol', 'iso-8859-2'],
    ['fra', 'windows-1252'],
    ['fra', 'iso-8859-15'],
    ['tur', 'windows-1254'],
    ['tur', 'iso-8859-9'],
    ['lit', 'windows-1257'],
    ['rus', 'windows-1251'],
    ['rus', 'koi8-r'],
    ['rus', 'iso-8859-5'],
    ['ukr', 'koi8-u'],
    ['ukr', 'windows-1251'],
    ['ell', 'windows-1253'],
    ['ell', 'iso-8859-7'],
    ['heb', 'windows-1255'],
    ['ara', 'windows-1256'],
    ['ara', 'iso-8859-6'],
    ['tha', 'tis-620'],
    ['jpn', 'cp932'],
    ['jpn', 'euc-jp'],
    ['kor', 'cp949'],
    ['chi', 'gbk'],
    ['chi', 'gb18030'],
    ['tai', 'cp950'],
    ['rus', 'utf-16le'],
    ['rus', 'utf-16be'],
    ['chi', 'utf-16be'],
    ['heb', 'utf-16le'],
  ])('%s in %s', (language, charset) => {
    const text = `${TEXTS[language] ?? ''}\n`.repeat(2);
    expect(decode(iconv.encode(text, charset))).toMatchObject({ text, lost: [] });
  });

  it('a charset comes with how sure it is: long texts more than short ones', () => {
    const long = detect(iconv.encode(TEXTS['rus'] ?? '', 'windows-1251'));
    const short = detect(Buffer.of(0xe9));
    expect(long.score).toBeGreaterThan(0.99);
    expect(short.score).toBeLessThan(0.9);
    expect(decode(Buffer.from('plain')).score).toBe(1);
  });

  it('lines of UTF-8 among lines of a legacy charset', () => {
    const [a = '', b = ''] = [TEXTS['chi'], TEXTS['rus']];
    const file = Buffer.concat([Buffer.from(`${b}\n`), iconv.encode(`${a}\n`, 'gbk'), Buffer.from(`${a}\n`)]);
    expect(decode(file)).toMatchObject({ text: `${b}\n${a}\n${a}\n`, charset: 'utf-8+gb18030' });
  });

  it('lines of two legacy charsets', () => {
    const [a = '', b = ''] = [TEXTS['rus'], TEXTS['kor']];
    const file = Buffer.concat([iconv.encode(`${a}\n`.repeat(4), 'koi8-r'), iconv.encode(`${b}\n`, 'cp949')]);
    const { text, charset } = decode(file);
    expect(text).toBe(`${a}\n`.repeat(4) + `${b}\n`);
    expect(charset).toMatch(/^euc-kr\+koi8-[ru]$/);
  });
});

describe('bytes that mean nothing', () => {
  it.each<[string, string, Buffer, string, object[]]>([
    [
      'a cut UTF-8 sequence',
      'utf-8',
      Buffer.from([0x61, 0xe6, 0xbc, 0x62, 0xff]),
      'a\ufffdb\ufffd',
      [
        { at: 1, bytes: 'e6bc' },
        { at: 3, bytes: 'ff' },
      ],
    ],
    [
      'a byte after an emoji',
      'utf-8',
      Buffer.concat([Buffer.from('😀'), Buffer.of(0x80)]),
      '😀\ufffd',
      [{ at: 1, bytes: '80' }],
    ],
    [
      'half a GBK character',
      'gb18030',
      Buffer.from([0xc4, 0xe3, 0xc4]),
      '你\ufffd',
      [{ at: 1, bytes: 'c4' }],
    ],
    [
      'half a pair of UTF-16',
      'utf-16le',
      Buffer.from([0x61, 0, 0x3d, 0xd8, 0x62, 0, 0x63]),
      'a\ufffdb\ufffd',
      [
        { at: 1, bytes: '3dd8' },
        { at: 3, bytes: '63' },
      ],
    ],
    ['a hole in a page', 'windows-1253', Buffer.from([0xe1, 0xd2]), 'α\ufffd', [{ at: 1, bytes: 'd2' }]],
  ])('%s', (_, charset, bytes, text, lost) => {
    expect(decodeAs(bytes, charset)).toEqual({ text, lost });
    expect(decode(bytes, { forced: charset })).toMatchObject({ text, lost });
  });

  it('never throw and never vanish, in any charset', () => {
    const names = ['utf-8', 'utf-16le', 'utf-16be', ...PAGES.map(({ name }) => name)];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...names), (array, charset) => {
        const { text, lost } = decodeAs(Buffer.from(array), charset);
        const points = [...text];
        for (const { at, bytes } of lost) {
          expect(points[at]).toBe('\ufffd');
          expect(bytes).toMatch(/^([0-9a-f]{2}){1,3}$/);
        }
        expect(points.filter(point => point === '\ufffd').length).toBeGreaterThanOrEqual(lost.length);
        if (lost.length === 0 && charset !== 'gb18030') expect(text).not.toContain('\ufffd');
      }),
      { numRuns: 500 },
    );
  });

  it('never throw without a charset', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), array => {
        const { text, score } = decode(Buffer.from(array));
        expect(typeof text).toBe('string');
        expect(score).toBeGreaterThan(0);
      }),
    );
  });
});
