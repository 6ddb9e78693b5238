/**
 * Makes data/names/syllables.tsv: how the syllables of Chinese and Korean names are spelled, by system.
 *
 *   node --import tsx tools/make-syllables.ts
 *
 * Pinyin, Wade-Giles and the Korean systems (Revised, McCune-Reischauer with and without its marks, and the vowels that
 * bearers of names prefer) follow rules and are computed here; what habit alone decides (Wong, Lee, Park) is
 * data/names/usual-syllables.csv. Same input, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readDataTable } from '../src/base/index.js';

const data = new URL('../data/names/', import.meta.url);

/** The syllables of Mandarin by final, each with the initials it stands behind; "-" is none. */
const MANDARIN: Readonly<Record<string, string>> = {
  a: '- b p m f d t n l g k h zh ch sh z c s',
  o: 'b p m f',
  e: '- m d t n l g k h zh ch sh r z c s',
  ai: '- b p m d t n l g k h zh ch sh z c s',
  ei: 'b p m f d n l g h sh z',
  ao: '- b p m d t n l g k h zh ch sh r z c s',
  ou: '- p m f d t n l g k h zh ch sh r z c s',
  an: '- b p m f d t n l g k h zh ch sh r z c s',
  en: '- b p m f n g k h zh ch sh r z c s',
  ang: '- b p m f d t n l g k h zh ch sh r z c s',
  eng: 'b p m f d t n l g k h zh ch sh r z c s',
  ong: 'd t n l g k h zh ch r z c s',
  i: 'b p m d t n l j q x y zh ch sh r z c s',
  ia: 'l j q x',
  ie: 'b p m d t n l j q x',
  iao: 'b p m d t n l j q x',
  iu: 'm d n l j q x',
  ian: 'b p m d t n l j q x',
  in: 'b p m n l j q x y',
  iang: 'n l j q x',
  ing: 'b p m d t n l j q x y',
  iong: 'j q x',
  u: 'b p m f d t n l g k h zh ch sh r z c s j q x y w',
  ua: 'g k h zh sh',
  uo: 'd t n l g k h zh ch sh r z c s',
  uai: 'g k h zh ch sh',
  ui: 'd t g k h zh ch sh r z c s',
  uan: 'd t n l g k h zh ch sh r z c s j q x y',
  un: 'd t l g k h zh ch sh r z c s j q x y',
  uang: 'g k h zh ch sh',
  ue: 'n l j q x y',
  er: '-',
};
const GLIDES = 'ya ye yao you yan yang yong wa wo wai wei wan wen wang weng'.split(' ');

const WADE_INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  p: "p'",
  d: 't',
  t: "t'",
  g: 'k',
  k: "k'",
  j: 'ch',
  q: "ch'",
  x: 'hs',
  zh: 'ch',
  ch: "ch'",
  z: 'ts',
  c: "ts'",
  r: 'j',
};
/** Whole syllables that do not follow their initial and final. */
const WADE_WHOLE: Readonly<Record<string, string>> = {
  zhi: 'chih',
  chi: "ch'ih",
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: "tz'u",
  si: 'ssu szu',
  ge: 'ko ke',
  ke: "k'o k'e",
  he: 'ho he',
  e: 'o e',
  er: 'erh',
  yi: 'i yi',
  ye: 'yeh',
  you: 'yu',
  yan: 'yen',
  yong: 'yung',
  yue: 'yueh',
  gui: 'kuei',
  kui: "k'uei",
  guo: 'kuo',
  kuo: "k'uo",
  huo: 'huo',
  shuo: 'shuo',
};
const WADE_FINALS: Readonly<Record<string, string>> = {
  ong: 'ung',
  iong: 'iung',
  ie: 'ieh',
  ue: 'ueh',
  ian: 'ien',
  uo: 'o',
};

/** Surnames in pinyin and in Hangul; one of them stands at an end of a name that is read by syllables. */
const CHINESE_SURNAMES =
  'ai an ao ba bai ban bao bei bi bian bo bu cai can cang cao cen chai chang chao che chen cheng chi chong chu chun cong cui dai dan dang deng di diao ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gou gu guan gui guo hai han hang hao he hei heng hong hou hu hua huai huan huang hui huo ji jia jian jiang jiao jie jin jing ju juan kang ke kong kou kuai kuang kui lai lan lang lao le lei leng li lian liang liao lin ling liu long lou lu luan lun luo ma mai man mao mei meng mi miao min ming mo mou mu na nan ni nian nie ning niu ou pan pang pei peng pi piao ping pu qi qian qiang qiao qin qing qiu qu quan que ran rao ren rong ru ruan rui sang sha shan shang shao she shen sheng shi shou shu shuai shui si song su sui sun suo tai tan tang tao teng tian tie tong tu wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun yan yang yao ye yi yin ying yong you yu yuan yue yun zang zeng zha zhai zhan zhang zhao zhen zheng zhi zhong zhou zhu zhuang zhuo zi zong zou zu zuo';
/** The thirty that most people bear. */
const COMMON_SURNAMES =
  'wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao';
const CHINESE_COMPOUNDS =
  'ou-yang si-ma si-tu shang-guan zhu-ge dong-fang huang-fu wei-chi gong-sun mu-rong ling-hu xia-hou duan-mu zhong-li';
const KOREAN_SURNAMES =
  '가 간 갈 감 강 견 경 계 고 공 곽 구 국 권 금 기 길 김 나 남 노 단 당 도 동 두 라 량 려 렴 로 류 리 림 마 맹 명 모 목 문 민 박 반 방 배 백 변 복 봉 부 빈 사 서 석 선 설 성 소 손 송 승 시 신 심 안 양 어 엄 여 연 염 엽 영 예 오 옥 온 왕 용 우 원 위 유 육 윤 은 음 이 인 임 장 전 정 제 조 종 주 지 진 차 채 천 초 최 추 탁 태 팽 편 평 포 표 피 하 한 함 허 현 형 호 홍 화 황';
const VIETNAMESE_SURNAMES =
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh dao trinh mai truong doan luong lam ta cao thai phung quach luu to vuong nghiem kieu kim chu ong chau diep ha tong ton la trieu thach tang giang khuat lai cu bach trang';

/** The syllables that Korean names of Chinese characters are made of, and the few of pure Korean ones. */
const KOREAN =
  '가각간갈감갑강개객갱거건걸검겁게격견결겸경계고곡곤골공과곽관괄광괘괴굉교구국군굴궁권궐궤귀규균귤극근글금급긍기긴길김나낙난날남납낭내녀년념녕노농뇌누능니다단달담답당대덕도독돈돌동두둔득등라락란람랑래량려력련렬렴령례로록론롱뢰료룡루류륙륜률륭르름릉리린림립마막만말망매맥맹면멸명모목몰몽묘무묵문물미민밀바박반발방배백번벌범법벽변별병보복본봉부북분불붕비빈빙빛사삭산살삼삽상새색생서석선설섬섭성세소속손솔송쇠수숙순술숭슬습승시식신실심십쌍씨아악안알암압앙애액야약양어억언엄업여역연열염엽영예오옥온올옹와완왕외요욕용우욱운울웅원월위유육윤율융은을음읍응의이익인일임입자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준중즉즐증지직진질집징차착찬찰참창채책처척천철첨첩청체초촉촌총최추축춘출충취측층치칙친칠침칭쾌타탁탄탈탐탑탕태택토통퇴투특파판팔패팽편평폐포폭표품풍피필하학한할함합항해핵행향허헌험혁현혈협형혜호혹혼홀홍화확환활황회획횡효후훈휘휴흑흔흘흠흡흥희';
const INITIALS = 'g,k kk n d,t tt r,l m b,p pp s ss,s - j,ch jj ch k,kh t,th p,ph h'
  .split(' ')
  .map((row) => row.split(','));
const VOWELS =
  'a ae,ai ya yae eo,o,u e yeo,yo,you,yu ye o wa wae oe,oi yo u,oo wo,weo we wi yu,yoo eu,u ui,eui i,ee'
    .split(' ')
    .map((row) => row.split(','));
/** Vowels at the end of a syllable, and without a consonant before them. */
const OPEN: Readonly<Record<string, string>> = { a: 'ah', eo: 'uh', o: 'oh' };
const BARE: Readonly<Record<string, readonly string[]>> = { u: ['woo', 'wu'], i: ['yi'] };
const FINALS = '- k - - n - - t l - - - - - - - m p - t t ng - - k t p -'.split(' ');

type Spellings = Map<string, Map<string, string[]>>;

/** The lines of the table. */
export function syllableLines(): string[] {
  const mandarin = mandarinSyllables();
  const korean = [...KOREAN].sort();
  const spellings: Spellings = new Map();
  for (const syllable of mandarin) {
    add(spellings, syllable, 'pinyin', syllable);
    for (const wade of wadeGiles(syllable)) {
      add(spellings, wade, 'wade-giles', syllable);
      if (wade.includes("'")) add(spellings, wade.replace("'", ''), 'lax', syllable);
    }
  }
  for (const syllable of korean)
    for (const form of spellKorean(syllable)) add(spellings, form, 'korean', syllable);
  const usual = new URL('usual-syllables.csv', data);
  const columns = ['language', 'reading', 'spellings', 'source'] as const;
  for (const { line, cells } of readDataTable(readFileSync(usual, 'utf8'), 'usual-syllables.csv', columns)) {
    const known = cells.language === 'zh' ? mandarin : korean;
    if (!known.includes(cells.reading)) throw new Error(`usual-syllables.csv:${line}: no such syllable`);
    for (const form of cells.spellings.split(' '))
      add(spellings, form, cells.language === 'zh' ? 'usual' : 'korean', cells.reading);
  }
  return [
    `#zh\t${mandarin.join(' ')}`,
    `#ko\t${korean.join(' ')}`,
    `#zh-surnames\t${CHINESE_SURNAMES}`,
    `#zh-common\t${COMMON_SURNAMES}`,
    `#zh-compounds\t${CHINESE_COMPOUNDS}`,
    `#ko-surnames\t${KOREAN_SURNAMES}`,
    `#vi-surnames\t${VIETNAMESE_SURNAMES}`,
    ...[...spellings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([form, systems]) => lineOf(form, systems)),
  ];
}

function mandarinSyllables(): string[] {
  const all = new Set(GLIDES);
  for (const [final, initials] of Object.entries(MANDARIN))
    for (const initial of initials.split(' ')) all.add(initial === '-' ? final : initial + final);
  return [...all].sort();
}

function wadeGiles(syllable: string): string[] {
  const whole = WADE_WHOLE[syllable];
  if (whole !== undefined) return whole.split(' ');
  const initial = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/.exec(syllable)?.[0] ?? '';
  const final = syllable.slice(initial.length);
  return [(WADE_INITIALS[initial] ?? initial) + (WADE_FINALS[final] ?? final)];
}

function spellKorean(syllable: string): string[] {
  const number = syllable.charCodeAt(0) - 0xac00;
  const initial = Math.floor(number / 588);
  const final = FINALS[number % 28]!;
  const forms: string[] = [];
  for (const head of INITIALS[initial]!) {
    const vowels = VOWELS[Math.floor((number % 588) / 28)]!;
    const open = final === '-' && number % 28 === 0 ? OPEN[vowels[0]!] : undefined;
    const bare = head === '-' ? (BARE[vowels[0]!] ?? []) : [];
    for (const vowel of [...vowels, ...(open === undefined ? [] : [open]), ...bare])
      forms.push((head === '-' ? '' : head) + vowel + (final === '-' ? '' : final));
  }
  return forms.flatMap((form) => (form.startsWith('si') ? [form, form.replace('s', 'sh')] : [form]));
}

function add(spellings: Spellings, form: string, system: string, reading: string): void {
  const systems = spellings.get(form) ?? new Map<string, string[]>();
  spellings.set(form, systems);
  const readings = systems.get(system) ?? [];
  systems.set(system, readings);
  if (!readings.includes(reading)) readings.push(reading);
}

function lineOf(form: string, systems: ReadonlyMap<string, readonly string[]>): string {
  const cells = [...systems].map(([system, readings]) => `${system}=${[...readings].sort().join(' ')}`);
  return `${form}\t${cells.sort().join(';')}`;
}

if (process.argv[1]?.endsWith('make-syllables.ts'))
  writeFileSync(new URL('syllables.tsv', data), `${syllableLines().join('\n')}\n`);
