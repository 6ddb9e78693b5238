/**
 * How European languages write names from other scripts: the press of each country, passports, and schemes that the
 * letter tables of standards leave out. Each dress is a list of turns (pattern, Latin letters), tried in order, and
 * letters for what is left. Written from the languages' own rules of transcription.
 */

/** A way of writing words of one language (or script) in Latin letters. */
export type Dress = { readonly name: string; readonly write: (word: string) => string };

type Turn = readonly [RegExp, string];

const V = '[аеёиоуыэюяіїєў]';
const before = (letters: string, latin: string): Turn => [
  new RegExp(`(?<=^|${V}|[ьъ'’])${letters}`, 'g'),
  latin,
];

/** Letters as `а:a б:b`; signs without a row fall away. */
function dress(name: string, turns: readonly Turn[], letters: string): Dress {
  const map = new Map(letters.split(' ').map((pair) => pair.split(':') as [string, string]));
  return {
    name,
    write: (word) => {
      let text = word.toLowerCase();
      for (const [pattern, latin] of turns) text = text.replace(pattern, latin);
      let result = '';
      for (const letter of text) result += map.get(letter) ?? (/[a-zäöüß]/.test(letter) ? letter : '');
      return result;
    },
  };
}

const BASE =
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ы:y э:e ю:yu я:ya і:i ї:yi є:ye ґ:g ў:w';
const but = (changes: string) => {
  const map = new Map(BASE.split(' ').map((pair) => pair.split(':') as [string, string]));
  for (const pair of changes.split(' ')) map.set(...(pair.split(':') as [string, string]));
  return [...map].map((pair) => pair.join(':')).join(' ');
};

const Y: Turn = [/[иы]й$/, 'y'];
const I: Turn = [/[иы]й$/, 'i'];
const JE = before('е', 'je');
const BALTIC = 'ж:z ч:c ш:s щ:sc х:h ц:c й:j ё:jo ю:ju я:ja';

/** Dresses of Russian. */
export const RUSSIAN: readonly Dress[] = [
  dress('english', [Y, before('е', 'ye'), [/кс/g, 'x']], but('ё:yo')),
  dress('english-old', [I, [/([ое])в$/, '$1ff'], [/кс/g, 'x']], but('й:i я:ia ю:iu')),
  dress('english-i', [[/[иы]й$/, 'iy']], but('я:ia ю:iu й:i')),
  dress(
    'french',
    [
      I,
      [/г(?=[еиэы])/g, 'gu'],
      [new RegExp(`(?<=${V})с(?=${V})`, 'g'), 'ss'],
      [/ин$/, 'ine'],
      [/ейе/g, 'eïe'],
    ],
    but('у:ou ж:j й:i ч:tch ш:ch щ:chtch ю:iou я:ia ё:io'),
  ),
  dress(
    'german',
    [I, JE, [new RegExp(`(?<=${V})с(?=${V})`, 'g'), 'ss']],
    but('в:w ж:sch з:s й:i х:ch ц:z ч:tsch ш:sch щ:schtsch ю:ju я:ja ё:jo'),
  ),
  dress(
    'polish',
    [
      [/([кгх])ий$/, '$1i'],
      [/ый$/, 'y'],
      JE,
      before('я', 'ja'),
      before('ю', 'ju'),
      [/(?<=[жшщцчл])е/g, 'e'],
      [/(?<=л)[яю]/g, 'a'],
      [/е/g, 'ie'],
    ],
    but('в:w ж:z й:j х:ch ц:c ч:cz ш:sz щ:szcz ю:iu я:ia ё:io'),
  ),
  dress('spanish', [I, [/г(?=[еи])/g, 'gu'], before('е', 'ye')], but('х:j й:i щ:sch ё:io ж:zh')),
  dress(
    'italian',
    [
      [/ч(?=[аоу])/g, 'ci'],
      [/ш(?=[аоу])/g, 'sci'],
    ],
    but('й:j ч:c ш:sc щ:sc ю:ju я:ja ё:jo ж:z'),
  ),
  dress('portuguese', [I, [/г(?=[еи])/g, 'gu']], but('ж:j й:i ч:tch ш:ch щ:chtch ю:iu я:ia ё:io')),
  dress('turkish', [[/ий$/, 'i'], before('е', 'ye')], but('ж:j ч:c ш:s щ:sc х:h ы:i')),
  dress(
    'latvian',
    [
      [/[иы]й$/, 'ijs'],
      [/й$/, 'js'],
      [/([бвгджзклмнпрстфхцчшщ])ь?$/, '$1s'],
    ],
    but(BALTIC),
  ),
  dress(
    'lithuanian',
    [
      [/[иы]й$/, 'ijus'],
      [/й$/, 'jus'],
      [/([бвгджзклмнпрстфхцчшщ])ь?$/, '$1as'],
      [/ия$/, 'ija'],
    ],
    but(`${BALTIC} х:ch`),
  ),
  dress('estonian', [I, JE, [/кс/g, 'ks']], but('ж:z ч:ts ш:s щ:sts х:h ц:ts й:i ё:jo ю:ju я:ja')),
  dress('finnish', [I, JE], but('ж:z ч:ts ш:s щ:sts х:h ц:ts й:i ё:jo ю:ju я:ja')),
  dress('czech', [JE, [/([ое])ва$/, '$1vova'], [/ская$/, 'ska']], but(`${BALTIC} х:ch`)),
  dress('slovene', [], but(BALTIC)),
  dress('swedish', [JE], but('ж:zj ч:tj ш:sj щ:sjtj х:ch й:j ё:jo ю:ju я:ja')),
  dress('norwegian', [JE, I], but('ж:zj ч:tsj ш:sj щ:sjtsj й:j ё:jo ю:ju я:ja')),
  dress('danish', [I, before('е', 'je')], but('ж:zj ч:tj ш:sj щ:sjtj х:kh й:j ё:jo ю:ju я:ja')),
  dress('dutch', [I, JE], but('у:oe ж:zj ч:tsj ш:sj щ:sjtsj х:ch й:j ё:jo ю:joe я:ja')),
  dress(
    'hungarian',
    [[/т(?=[еиё])/g, 'ty'], [/д(?=[еиё])/g, 'gy'], [/н(?=[еиё])/g, 'ny'], JE],
    but('ж:zs з:z й:j с:sz х:h ц:c ч:cs ш:s щ:scs ё:jo ю:ju я:ja ы:i'),
  ),
  dress('romanian', [I, [/ч(?=[аоу])/g, 'ci']], but('ж:j й:i х:h ц:t ч:c ш:s щ:sc ю:iu я:ia ё:io')),
];

/** Dresses of Ukrainian. */
export const UKRAINIAN: readonly Dress[] = [
  dress(
    'uk-passport',
    [
      [/^є/, 'ye'],
      [/^ї/, 'yi'],
      [/^й/, 'y'],
      [/^ю/, 'yu'],
      [/^я/, 'ya'],
      [/зг/g, 'zgh'],
    ],
    but('г:h и:y й:i ї:i є:ie ю:iu я:ia'),
  ),
  dress('uk-bgn', [], but('г:h и:y')),
  dress(
    'uk-english',
    [
      [/ий$/, 'y'],
      [/ій$/, 'iy'],
    ],
    but('г:h и:y'),
  ),
  dress(
    'uk-german',
    [[/ий$/, 'yj']],
    but('в:w г:h з:s и:y й:j х:ch ц:z ч:tsch ш:sch щ:schtsch ж:sch ю:ju я:ja є:je ї:ji'),
  ),
  dress(
    'uk-polish',
    [[/ький$/, 'ki']],
    but('в:w г:h и:y й:j х:ch ц:c ч:cz ш:sz щ:szcz ж:z ю:iu я:ia є:ie ї:ji'),
  ),
  dress('uk-french', [[/ий$/, 'y']], but('г:h и:y й:i у:ou ж:j ч:tch ш:ch щ:chtch ю:iou я:ia є:ie ї:i')),
  dress('uk-scientific', [], but('г:h и:y й:j х:ch ц:c ч:c ш:s щ:sc ж:z ю:ju я:ja є:je ї:ji')),
  dress('uk-swedish', [], but('г:h и:y й:j х:ch ч:tj ш:sj щ:sjtj ж:zj ю:ju я:ja є:je ї:ji')),
];

/** Dresses of Belarusian. */
export const BELARUSIAN: readonly Dress[] = [
  dress(
    'be-passport',
    [before('е', 'ie'), before('я', 'ia'), before('ю', 'iu'), before('ё', 'io')],
    but('г:h й:i ў:u ю:iu я:ia е:ie ё:io'),
  ),
  dress('be-bgn', [before('е', 'ye')], but('г:h ў:w ё:yo')),
  dress('be-eu', [], but('г:h й:i ў:u ю:iu я:ia ё:io')),
  dress(
    'be-lacinka',
    [JE, before('я', 'ja'), before('ю', 'ju')],
    but('г:h й:j ў:u х:ch ц:c ч:c ш:s ж:z ю:iu я:ia е:ie ё:io'),
  ),
];

/** Dresses of Bulgarian, Macedonian, Serbian. */
export const BALKAN: readonly Dress[] = [
  dress('streamlined', [[/ия$/, 'ia']], but('щ:sht ъ:a х:h ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz ѓ:gj ќ:kj ѕ:dz')),
  dress(
    'latinica',
    [],
    but('ж:z ч:c ш:s щ:st ъ:a х:h ц:c й:j ю:ju я:ja ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz ѓ:gj ќ:kj ѕ:dz'),
  ),
  dress('balkan-english', [[/ић$/, 'ich']], but('щ:sht ъ:u х:h ј:y љ:ly њ:ny ћ:ch ђ:dj џ:j ѓ:gj ќ:kj ѕ:dz')),
  dress(
    'balkan-german',
    [],
    but(
      'в:w щ:scht ъ:a х:ch ц:z ч:tsch ш:sch ж:sch й:j ю:ju я:ja ј:j љ:lj њ:nj ћ:c ђ:dj џ:dsch ѓ:gj ќ:kj ѕ:dz',
    ),
  ),
  dress(
    'balkan-french',
    [],
    but('щ:cht ъ:a х:h ц:ts ч:tch ш:ch ж:j у:ou ю:iou я:ia й:i ј:y љ:li њ:ni ћ:tch ђ:dj џ:dj ѓ:gj ќ:kj ѕ:dz'),
  ),
];

/** Dresses of Kazakh: by way of Russian, the Latin alphabet of 2021, English. */
export const KAZAKH: readonly Dress[] = [
  dress('kk-russian', [], but('ә:a ғ:g қ:k ң:n ө:o ұ:u ү:u һ:h і:i')),
  dress('kk-latin', [], but('ә:a ғ:g қ:q ң:n ө:o ұ:u ү:u һ:h х:h ж:j ш:s ч:c й:i ы:y у:u ю:iu я:ia')),
  dress('kk-english', [], but('ә:a ғ:gh қ:q ң:ng ө:o ұ:u ү:u һ:h і:i')),
  dress('kk-turkish', [], but('ә:a ғ:g қ:k ң:n ө:o ұ:u ү:u һ:h х:h ж:c ш:s ч:c ы:i')),
];

const GEO =
  'ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:q შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h';
const also = (base: string, changes: string) => `${base} ${changes}`;

/** Dresses of Georgian. */
export const GEORGIAN: readonly Dress[] = [
  dress('ge-national', [], GEO),
  dress('ge-russian', [], also(GEO, 'ღ:g ყ:k ჯ:dzh ჰ:g ხ:kh')),
  dress('ge-german', [], also(GEO, 'ვ:w ზ:s ჟ:sch ღ:gh ყ:q შ:sch ჩ:tsch ც:z ძ:ds წ:z ჭ:tsch ხ:ch ჯ:dsch')),
  dress('ge-french', [], also(GEO, 'უ:ou შ:ch ჩ:tch ჭ:tch ჟ:j ღ:gh ჯ:dj ყ:q')),
  dress('ge-polish', [], also(GEO, 'ვ:w შ:sz ჩ:cz ჭ:cz ც:c წ:c ხ:ch ჯ:dz ჟ:z ღ:g ყ:k')),
  dress('ge-spanish', [], also(GEO, 'ხ:j ყ:k ღ:g ჯ:y')),
];

const ARM =
  'ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:y թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:y ն:n շ:sh ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ:v փ:p ք:k օ:o ֆ:f և:ev';
const U: Turn = [/ու/g, 'u'];

/** Dresses of Armenian: Eastern, by way of Russian, French, German, Western. */
export const ARMENIAN: readonly Dress[] = [
  dress('hy-eastern', [U, [/^ե/, 'ye'], [/^ո/, 'vo']], ARM),
  dress('hy-russian', [U, [/^հ/, 'g'], [/^ե/, 'ye'], [/^ո/, 'vo']], also(ARM, 'հ:g ղ:g ջ:dzh')),
  dress('hy-ian', [U, [/յան$/, 'ian'], [/^ո/, 'vo']], ARM),
  dress(
    'hy-french',
    [
      [/ու/g, 'ou'],
      [/յան$/, 'ian'],
    ],
    also(ARM, 'շ:ch չ:tch ճ:tch ժ:j ջ:dj'),
  ),
  dress(
    'hy-german',
    [U, [/յան$/, 'jan']],
    also(ARM, 'շ:sch չ:tsch ճ:tsch ժ:sch խ:ch վ:w զ:s ջ:dsch յ:j ց:z ծ:z'),
  ),
  dress('hy-western', [U, [/յան$/, 'ian']], also(ARM, 'բ:p գ:k դ:t պ:b կ:g տ:d ծ:dz ձ:ts ճ:j ջ:ch')),
];

const GRE =
  'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o';
const BARE: Turn = [/[\u0300-\u036f]/g, ''];
const OU: Turn = [/ου/g, 'ou'];

/** Dresses of Greek (words without accents): ELOT 743, British, phonetic, classical, by way of Russian. */
export const GREEK: readonly Dress[] = [
  dress(
    'el-elot',
    [
      BARE,
      OU,
      [/^μπ/, 'b'],
      [/ευ(?=[θκξπστφχψ])/g, 'ef'],
      [/ευ/g, 'ev'],
      [/αυ(?=[θκξπστφχψ])/g, 'af'],
      [/αυ/g, 'av'],
      [/γ(?=[γκξχ])/g, 'n'],
    ],
    GRE,
  ),
  dress(
    'el-phonetic',
    [
      BARE,
      OU,
      [/μπ/g, 'b'],
      [/ντ/g, 'd'],
      [/γκ/g, 'g'],
      [/γγ/g, 'ng'],
      [/ε[υ]/g, 'ef'],
      [/αυ/g, 'af'],
      [/ει|οι/g, 'i'],
      [/αι/g, 'e'],
      [/γ(?=[ιεη])/g, 'y'],
    ],
    also(GRE, 'χ:h υ:i δ:d'),
  ),
  dress('el-classical', [BARE, OU, [/αυ/g, 'au'], [/ευ/g, 'eu']], also(GRE, 'β:b η:e κ:c φ:ph χ:ch')),
  dress('el-german', [BARE, [/ου/g, 'u'], [/^μπ/, 'b']], also(GRE, 'β:w φ:ph')),
  dress(
    'el-russian',
    [BARE, [/ου/g, 'u'], [/μπ/g, 'b'], [/ντ/g, 'd'], [/αυ/g, 'av'], [/ευ/g, 'ev']],
    also(GRE, 'θ:f χ:kh υ:i ξ:ks'),
  ),
];
