import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../src/tag/identify.js';

const SENTENCES: readonly (readonly [lang: string, script: string, text: string])[] = [
  ['eng', 'Latn', 'The old ferry leaves the harbour every morning before the first bus has arrived.'],
  ['spa', 'Latn', 'El barco viejo sale del puerto todas las mañanas antes de que llegue el primer autobús.'],
  ['por', 'Latn', 'O barco velho sai do porto todas as manhãs antes que chegue o primeiro ônibus.'],
  ['fra', 'Latn', 'Le vieux bateau quitte le port chaque matin avant que le premier bus soit arrivé.'],
  ['ita', 'Latn', 'La vecchia nave lascia il porto ogni mattina prima che arrivi il primo autobus.'],
  ['deu', 'Latn', 'Das alte Schiff verlässt jeden Morgen den Hafen, bevor der erste Bus gekommen ist.'],
  ['nld', 'Latn', 'De oude boot vertrekt elke ochtend uit de haven voordat de eerste bus is aangekomen.'],
  ['swe', 'Latn', 'Den gamla båten lämnar hamnen varje morgon innan den första bussen har kommit.'],
  ['pol', 'Latn', 'Stary statek wypływa z portu każdego ranka, zanim przyjedzie pierwszy autobus.'],
  ['ces', 'Latn', 'Stará loď opouští přístav každé ráno dříve, než přijede první autobus z města.'],
  ['hun', 'Latn', 'A régi hajó minden reggel elhagyja a kikötőt, mielőtt az első busz megérkezik.'],
  ['fin', 'Latn', 'Vanha laiva lähtee satamasta joka aamu ennen kuin ensimmäinen bussi on tullut.'],
  ['tur', 'Latn', 'Eski gemi her sabah ilk otobüs gelmeden önce limandan ayrılıyor ve geri dönüyor.'],
  ['vie', 'Latn', 'Con tàu cũ rời bến cảng mỗi buổi sáng trước khi chuyến xe buýt đầu tiên đến.'],
  ['swa', 'Latn', 'Meli ya zamani huondoka bandarini kila asubuhi kabla ya basi la kwanza kufika mjini.'],
  ['cym', 'Latn', 'Mae’r hen long yn gadael yr harbwr bob bore cyn i’r bws cyntaf gyrraedd y dref.'],
  ['gle', 'Latn', 'Fágann an sean-bhád an cuan gach maidin sula dtagann an chéad bhus ón mbaile.'],
  ['eus', 'Latn', 'Ontzi zaharra goizero ateratzen da portutik lehen autobusa iritsi baino lehen.'],
  ['rus', 'Cyrl', 'Старый корабль уходит из порта каждое утро, прежде чем придёт первый автобус.'],
  ['ukr', 'Cyrl', 'Старий корабель виходить із порту щоранку, перш ніж приїде перший автобус до міста.'],
  ['bul', 'Cyrl', 'Старият кораб напуска пристанището всяка сутрин, преди да дойде първият автобус.'],
  ['kaz', 'Cyrl', 'Ескі кеме күн сайын таңертең бірінші автобус келмей тұрып порттан шығады және қайтады.'],
  ['ara', 'Arab', 'تغادر السفينة القديمة الميناء كل صباح قبل أن تصل الحافلة الأولى من المدينة.'],
  ['fas', 'Arab', 'کشتی قدیمی هر روز صبح پیش از آن که اولین اتوبوس برسد بندر را ترک می کند.'],
  ['urd', 'Arab', 'پرانا جہاز ہر صبح پہلی بس کے آنے سے پہلے بندرگاہ سے روانہ ہوتا ہے۔'],
  ['hin', 'Deva', 'पुराना जहाज़ हर सुबह पहली बस के आने से पहले बंदरगाह से निकल जाता है।'],
  ['nep', 'Deva', 'पुरानो जहाज हरेक बिहान पहिलो बस आउनुभन्दा अगाडि बन्दरगाहबाट निस्कने गर्छ र फर्किन्छ।'],
  ['heb', 'Hebr', 'הספינה הישנה עוזבת את הנמל בכל בוקר לפני שמגיע האוטובוס הראשון מן העיר.'],
  ['ell', 'Grek', 'Το παλιό πλοίο φεύγει από το λιμάνι κάθε πρωί.'],
  ['tha', 'Thai', 'เรือเก่าออกจากท่าเรือทุกเช้าก่อนรถเมล์คันแรกจะมาถึง'],
  ['kat', 'Geor', 'ძველი გემი ყოველ დილით ტოვებს ნავსადგურს.'],
  ['hye', 'Armn', 'Հին նավը ամեն առավոտ հեռանում է նավահանգստից։'],
  ['kor', 'Kore', '낡은 배는 매일 아침 첫 버스가 오기 전에 항구를 떠난다.'],
  ['jpn', 'Jpan', '古い船は毎朝、最初のバスが来る前に港を出ます。'],
  ['zho', 'Hans', '旧船每天早上在第一班汽车到达之前离开港口。'],
  ['zho', 'Hant', '舊船每天早上在第一班汽車到達之前離開港口。'],
  ['tam', 'Taml', 'பழைய கப்பல் தினமும் காலையில் துறைமுகத்தை விட்டு வெளியேறுகிறது.'],
];

/** Text that once was taken for noise, code or an address. */
const REGRESSIONS: readonly (readonly [lang: string, text: string])[] = [
  // Ethiopic with a sign between words in place of white space.
  ['amh', 'አሮጌው፡መርከብ፡በየቀኑ፡ጠዋት፡የመጀመሪያው፡አውቶቡስ፡ከመድረሱ፡በፊት፡ከወደቡ፡ይነሳል፡እናም፡ማታ፡ይመለሳል፡ሰዎችም፡ይጠብቁታል፡ሁሉም፡ደስ፡ይላቸዋል።'],
  ['srp', "Висина моста је + 47° 46' {0} а ширина реке је [21] + {12} - {9} у овом делу града."],
  ['jpn', '週の最初の曜日を選びます。（1 = 日曜日、2 = 月曜日、{3} = 火曜日、[4] = 水曜日）'],
];

describe('identifyLanguage', () => {
  it.each(REGRESSIONS)('names %s however it is set', (lang, text) => {
    expect(identifyLanguage(text).lang).toBe(lang);
  });

  it.each(SENTENCES)('names %s in %s', (lang, script, text) => {
    expect(identifyLanguage(text)).toMatchObject({ lang, script });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['numbers', '2 381,61 – 8 809.72 / 356'],
    ['signs', '* * * ————'],
    ['an address', 'https://www.example.org/the/house/of/the/rising/sun.html'],
    ['mail addresses', 'the.person@example.org, another.one@example.com'],
    ['a path', 'C:\\Users\\someone\\the\\file.docx /usr/share/the/words.txt'],
    ['five letters', 'It is'],
    ['three Han characters', '北京市'],
    ['one word', 'Internationalisation'],
    ['names', 'Angela Merkel, François Hollande'],
    ['a menu', 'Home | About | Contact'],
    ['code', 'export const sum = (a, b) => { return a + b; };'],
    ['markup', '<div class="row"><span id="x"></span></div>'],
    ['gibberish', 'xkqv bzrtl gfhwq pncv dkjhg wrtpl'],
    ['a hash', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ])('says und of %s', (_, text) => {
    expect(identifyLanguage(text)).toMatchObject({ lang: 'und', score: 0 });
  });

  it('gives Zyyy as the script of what has no letters', () => {
    expect(identifyLanguage('1234 + 5678').script).toBe('Zyyy');
  });

  it('is not led astray by the address inside a sentence', () => {
    const text =
      'Puedes leer el resto de la noticia en https://www.example.com/the/whole/story-of-the-house.html';
    expect(identifyLanguage(text).lang).toBe('spa');
  });

  it('answers with the wanted languages or und', () => {
    const text = 'El barco viejo sale del puerto todas las mañanas antes de que llegue el autobús.';
    expect(identifyLanguage(text, { languages: ['spa', 'cat'] }).lang).toBe('spa');
    expect(identifyLanguage(text, { languages: ['jpn'] }).lang).toBe('und');
  });

  it('names the runners-up, and never itself among them', () => {
    const { lang, alternatives } = identifyLanguage('Han sagde, at det var en god dag.');
    expect(alternatives.map(alternative => alternative.lang)).not.toContain(lang);
    expect(alternatives.length).toBeGreaterThan(0);
  });

  it('is surer of a long text than of two words', () => {
    const long = identifyLanguage(SENTENCES[1]?.[2] ?? '').score;
    expect(long).toBeGreaterThan(0.8);
    expect(identifyLanguage('casa grande').score).toBeLessThan(long);
  });
});
