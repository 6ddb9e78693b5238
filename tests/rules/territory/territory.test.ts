import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTerritory } from '../../../src/rules/index.js';
import { judge, nobody, territories, verdicts } from './support.js';

const CRIMEA = [
  'US prohibited us-terr-crimea',
  'EU restricted eu-terr-crimea',
  'UK restricted uk-terr-crimea',
];
const DONETSK = [
  'US prohibited us-terr-dnr',
  'EU restricted eu-terr-occ-donetsk',
  'UK restricted uk-terr-donetsk',
];
const LUHANSK = [
  'US prohibited us-terr-lnr',
  'EU restricted eu-terr-occ-luhansk',
  'UK restricted uk-terr-luhansk',
];
const KHERSON = ['EU restricted eu-terr-occ-kherson', 'UK restricted uk-terr-kherson'];
const ZAPORIZHZHIA = ['EU restricted eu-terr-occ-zaporizhzhia', 'UK restricted uk-terr-zaporizhzhia'];
const review = (rules: readonly string[]) =>
  rules.map((rule) => rule.replace(/prohibited|restricted/, 'review'));

describe('the cases of the regimes', () => {
  it('an address in Havana is prohibited in US law', () => {
    expect(verdicts({ addresses: ['Calle 23 No. 105, Vedado, La Habana'] })).toEqual([
      'US prohibited us-terr-cu',
    ]);
  });

  it('born in Tehran, living in Berlin, is a review', () => {
    const born = { addresses: ['Torstr. 1, 10119 Berlin'], countries: ['de'], birthPlaces: ['Tehran'] };
    expect(verdicts(born)).toEqual(['US review us-terr-ir']);
  });

  it('a nationality alone is a review, as code, name or demonym', () => {
    expect(verdicts({ countries: ['de'], nationalities: ['ir'] })).toEqual(['US review us-terr-ir']);
    expect(verdicts({ nationalities: ['Iranian'] })).toEqual(['US review us-terr-ir']);
    expect(verdicts({ nationalities: ["Democratic People's Republic of Korea"] })).toEqual([
      'US review us-terr-kp',
    ]);
  });

  it('a consignee in Sevastopol is prohibited in US law, restricted in EU and UK law', () => {
    expect(verdicts({ cities: ['Sevastopol'] })).toEqual(CRIMEA);
    expect(verdicts({ cities: ['Sevastopol'], countries: ['RU'] })).toEqual(CRIMEA);
    expect(verdicts({ cities: ['Sevastopol'], countries: ['Ukraine'] })).toEqual(CRIMEA);
  });

  it('Damascus was embargoed until 2025-06-30; after it, a note says so', () => {
    const there = { addresses: ['Baghdad Street 12, Damascus, Syria'] };
    expect(verdicts(there, '2025-06-30')).toEqual(['US prohibited us-terr-sy']);
    const after = judge(there, '2025-07-01');
    expect(after.findings).toEqual([]);
    expect(after.notes).toMatchObject([
      { regime: 'US', applies: true, text: expect.stringContaining('ended 2025-06-30') },
    ]);
  });

  it('a rule that has not begun gives a note', () => {
    const { findings, notes } = judge({ cities: ['Donetsk'], countries: ['ua'] }, '2022-02-22');
    expect(findings.map((it) => it.basis.rule)).toEqual(['us-terr-dnr']);
    expect(notes.map((it) => it.text.slice(0, 26))).toEqual([
      'will apply from 2022-02-24',
      'will apply from 2022-03-30',
    ]);
  });

  it('a region named without its occupied part is a review that asks for the town', () => {
    const { findings } = judge({ addresses: ['Donetsk Oblast, Ukraine'] });
    expect(findings.map((it) => it.verdict)).toEqual(['review', 'review', 'review']);
    expect(JSON.stringify(findings[0]?.evidence)).toContain('ask for the town');
    expect(verdicts({ addresses: ['Херсонська область'] })).toEqual(review(KHERSON));
  });

  it('a town of the occupied part settles the region', () => {
    expect(verdicts({ addresses: ['вул. Перемоги 3, Каховка, Херсонська область, Україна'] })).toEqual(
      KHERSON,
    );
    expect(verdicts({ addresses: ['Zaporizhzhia Oblast'], cities: ['Melitopol'] })).toEqual(ZAPORIZHZHIA);
  });

  it('a town held by Ukraine gives a note, but from memory it does not settle its region', () => {
    const { findings, notes } = judge({ cities: ['Kramatorsk'], countries: ['ua'] });
    expect(findings).toEqual([]);
    expect(notes[0]?.text).toContain('not in that part');
    const beside = judge({ addresses: ['Kramatorsk, Donetsk Oblast, Ukraine'] });
    expect(beside.findings.map((it) => it.verdict)).toEqual(['review', 'review', 'review']);
    expect(beside.notes[0]?.text).toContain('not in that part');
  });

  it.each([
    [{ cities: ['Kherson'] }, KHERSON],
    [{ cities: ['Kherson'], countries: ['ua'] }, KHERSON],
    [{ addresses: ['Kherson'] }, KHERSON],
    [{ addresses: ['Kherson, Ukraine'] }, KHERSON],
    [{ addresses: ['м. Херсон, вул. Ушакова 5'] }, KHERSON],
    [{ addresses: ['10 Mayakovsky Street, Kherson, Kherson Region, Ukraine'] }, KHERSON],
    [{ cities: ['Zaporizhzhia'] }, ZAPORIZHZHIA],
    [{ addresses: ['Prospekt 12, Zaporizhzhia Oblast'], cities: ['Запоріжжя'] }, ZAPORIZHZHIA],
  ])('%o is a review that asks for the town', (subject, rules) => {
    expect(verdicts(subject)).toEqual(review(rules));
    expect(JSON.stringify(judge(subject).findings[0]?.evidence)).toContain('ask for the town');
  });

  it.each([
    ['Donetsk', DONETSK],
    ['Donetsk, Ukraine', DONETSK],
    ['Донецк', DONETSK],
    ['Луганськ', LUHANSK],
    ['Luhansk, Ukraine', LUHANSK],
  ])('the bare address "%s" may be the region: a review that asks for the town', (address, rules) => {
    expect(verdicts({ addresses: [address] })).toEqual(review(rules));
    expect(JSON.stringify(judge({ addresses: [address] }).findings)).toContain('ask for the town');
  });

  it.each([
    [{ cities: ['Donetsk'] }, DONETSK],
    [{ cities: ['Луганськ'] }, LUHANSK],
    [{ addresses: ['ul. Artema 5, Donetsk'] }, DONETSK],
    [{ addresses: ['Lugansk 91000'] }, LUHANSK],
    [{ addresses: ['Donetsk, Donetsk Oblast, Ukraine'] }, DONETSK],
  ])('%o names the town of Donetsk or Luhansk itself, which is occupied', (subject, rules) => {
    expect(verdicts(subject)).toEqual(rules);
  });

  it('a town whose holder has changed is a review', () => {
    expect(verdicts({ addresses: ['Chasiv Yar, Ukraine'] })).toEqual(review(DONETSK));
  });
});

it.each([
  ['Севастополь, ул. Ленина 5', CRIMEA],
  ['295000, Республика Крым, г. Симферополь, пр-т Кирова, 1', CRIMEA],
  ['м. Сімферополь, Автономна Республіка Крим', CRIMEA],
  ['Sébastopol, Crimée', CRIMEA],
  ['Sewastopol, Krim', CRIMEA],
  ['克里米亚塞瓦斯托波尔', CRIMEA],
  ['Kerch', CRIMEA],
  ['Yalta 298600', CRIMEA],
  ['Донецк, ДНР', DONETSK],
  ['Horlivka', DONETSK],
  ['Gorlovka, DNR', DONETSK],
  ['г. Макеевка', DONETSK],
  ['Маріуполь', DONETSK],
  ['Торез, ДНР, Россия', DONETSK],
  ['Donetsk, DPR', DONETSK],
  ['Donetsk DPR', DONETSK],
  ['Donetsk, DNR', DONETSK],
  ['Donetsk, DPR, Ukraine', DONETSK],
  ['Donetsk, DPR, Russia', DONETSK],
  ['Makiivka, DPR', DONETSK],
  ["Donetsk People's Republic", DONETSK],
  ["Donetsk, Donetsk People's Republic", DONETSK],
  ['г. Донецк, ДНР', DONETSK],
  ['Donetsk (DPR)', DONETSK],
  ['Luhansk LPR', LUHANSK],
  ['Luhansk, LPR', LUHANSK],
  ['Lugansk, LNR', LUHANSK],
  ["Luhansk People's Republic", LUHANSK],
  ['г. Луганск, ЛНР', LUHANSK],
  ['Lisichansk', LUHANSK],
  ['Sverdlovsk, Luhansk Oblast', LUHANSK],
  ['Энергодар', ZAPORIZHZHIA],
  ['Бердянськ', ZAPORIZHZHIA],
  ['Nova Kakhovka', KHERSON],
  ['Голая Пристань', KHERSON],
  ['تهران، خیابان ولیعصر', ['US prohibited us-terr-ir']],
  ['Unit 4, Valiasr Ave, Téhéran', ['US prohibited us-terr-ir']],
  ['No. 48, Argentina Square, Tehran', ['US prohibited us-terr-ir']],
  ['Исфахан, Иран', ['US prohibited us-terr-ir']],
  ['伊朗德黑兰自由大街5号', ['US prohibited us-terr-ir']],
  ['بندرعباس', ['US prohibited us-terr-ir']],
  ['Pjöngjang', ['US prohibited us-terr-kp']],
  ["P'yŏngyang", ['US prohibited us-terr-kp']],
  ['Chung-guyok, Pyongyang, D.P.R. of Korea', ['US prohibited us-terr-kp']],
  ['평양시 중구역', ['US prohibited us-terr-kp']],
  ['朝鮮平壤市', ['US prohibited us-terr-kp']],
  ['КНДР, Пхеньян', ['US prohibited us-terr-kp']],
  ['ГАВАНА, КУБА', ['US prohibited us-terr-cu']],
  ['古巴哈瓦那', ['US prohibited us-terr-cu']],
  ['Zona Especial de Desarrollo Mariel, Artemisa, Cuba', ['US prohibited us-terr-cu']],
] as const)('address "%s"', (address, expected) => {
  expect(verdicts({ addresses: [address] })).toEqual(expected);
});

it.each([
  ['IR', 'us-terr-ir'],
  ['irn', 'us-terr-ir'],
  ['Iran, Islamic Republic of', 'us-terr-ir'],
  ["Korea, Democratic People's Republic of", 'us-terr-kp'],
  ['Korea, North', 'us-terr-kp'],
  ['조선민주주의인민공화국', 'us-terr-kp'],
  ['Куба', 'us-terr-cu'],
  ['Region: Crimea', 'us-terr-crimea'],
  ['ua-cri', 'us-terr-crimea'],
  ['UA-43', 'us-terr-crimea'],
] as const)('country field "%s"', (country, rule) => {
  expect(judge({ countries: [country] }).findings[0]).toMatchObject({
    verdict: 'prohibited',
    basis: { rule },
  });
});

describe('places that only sound like it', () => {
  it.each([
    ['Simferopolskaya street 12, Moscow'],
    ['ул. Севастопольская, 5, Краснодар'],
    ['Симферопольский бульвар 7, Москва'],
    ['Havana Street 12, Denver, CO 80239, US'],
    ['10 Crimea Street, Kyiv, Ukraine'],
    ['Cuba Street, Wellington'],
    ['Isfahan Restaurant, 3 King Street, London'],
    ['Teheran-ro 152, Gangnam-gu, Seoul'],
    ['서울특별시 강남구 테헤란로 152'],
    ['경기도 남양주시 조안면 북한강로 433'],
    ['Boulevard de Sébastopol 60, Paris'],
    ['Calle Habana 7, Madrid'],
    ['Plaza de Cuba, Sevilla'],
    ['ул. Крым, 5, Омск'],
    ['Damascus, Maryland'],
    ['Havana, Florida'],
    ['Havana, FL 32333'],
    ['Cuba, Missouri, USA'],
    ['Moscow, Idaho'],
    ['Odessa, TX 79761'],
    ['Sebastopol, California'],
    ['г. Донецк, Ростовская область'],
    ['Свердловская область, Екатеринбург'],
    ['Первомайск, Нижегородская область, Россия'],
    ['中国吉林省延边朝鲜族自治州延吉市'],
    ['内蒙古巴彦淖尔市临河区'],
    ['上海市古巴路5号'],
    ['القرم، مسقط'],
    ['Baniyas Road, Deira, Dubai'],
    ['Hama, Japan'],
    ['Nampo-dong, Busan, South Korea'],
    ['Kishoge, Dublin, Ireland'],
    ['IR-1 Industrial Road, Leeds'],
    ['Box CU 12, Springfield'],
    [''],
    ['🙂🙂🙂'],
  ])('address "%s" gives no finding', (address) => {
    expect(verdicts({ addresses: [address] })).toEqual([]);
  });

  it.each([
    ['Havana Street 12', ['US review us-terr-cu']],
    ['Sevastopol street Lenina 5', review(CRIMEA)],
    ['Hama', ['US review us-terr-sy']],
    ['Kish', ['US review us-terr-ir']],
    ['Iran Chamber of Commerce, Paris, France', ['US review us-terr-ir']],
    ['Donetsk, Russia', review(DONETSK)],
    ['Torez', review(DONETSK)],
    ['Tehran Office, Jubail, Saudi Arabia', ['US review us-terr-ir']],
    ['Yalta Conference Hall, Malta', review(CRIMEA)],
    ['Al Quds St, Isfahan Bldg, Kuwait', ['US review us-terr-ir']],
    ['Isfahan Bldg', ['US review us-terr-ir']],
    ['Yalta Conference Hall', review(CRIMEA)],
    ['Tehran, Kuwait', ['US review us-terr-ir']],
  ] as const)('address "%s" is a review', (address, expected) => {
    expect(verdicts({ addresses: [address] }, '2025-06-01')).toEqual(expected);
  });

  it('the country field settles a shared name', () => {
    expect(verdicts({ cities: ['Kish'], countries: ['ir'] })).toEqual(['US prohibited us-terr-ir']);
    expect(verdicts({ cities: ['Hama'], countries: ['jp'] }, '2025-06-01')).toEqual([]);
    expect(verdicts({ cities: ['Havana'], countries: ['us'] })).toEqual(['US review us-terr-cu']);
    expect(verdicts({ cities: ['Tehran'], countries: ['cy'] })).toEqual(['US prohibited us-terr-ir']);
  });

  it('a town in a field of its own settles a street named after a place', () => {
    expect(verdicts({ addresses: ['Havana Street 12'], cities: ['Denver'] })).toEqual([]);
  });

  it('a Soviet birth in Sverdlovsk is not a birth in Luhansk', () => {
    expect(verdicts({ birthPlaces: ['Sverdlovsk, Russia'], birthCountries: ['ru'] })).toEqual([]);
  });
});

describe('the finding', () => {
  it('names the territory, the row, the place and the words it was read from', () => {
    const [finding] = judge({ label: 'Port Trade LLC', ref: 'r7', addresses: ['Lenina 5, Kerch'] }).findings;
    expect(finding).toEqual({
      check: 'territory',
      regime: 'US',
      verdict: 'prohibited',
      ifSame: null,
      strength: null,
      applies: true,
      measure: 'embargo',
      party: null,
      acts: ['deal', 'export', 'import', 'invest'],
      subject: { kind: 'party', label: 'Port Trade LLC', ref: 'r7' },
      score: null,
      explanation: null,
      basis: {
        rule: 'us-terr-crimea',
        citation: 'territory: Executive Order 13685',
        validFrom: '2014-12-19',
        validUntil: null,
        confidence: 'checked',
      },
      evidence: [
        { kind: 'row', table: 'territories', id: 'us-terr-crimea', field: 'verdict', value: 'prohibited' },
        { kind: 'row', table: 'places', id: 'kerch', field: 'territory', value: 'crimea' },
        { kind: 'note', text: '"Kerch" in address "Lenina 5, Kerch"' },
        {
          kind: 'row',
          table: 'territories',
          id: 'us-terr-crimea',
          field: 'note',
          value: 'embargo checked; number and start day from memory',
        },
      ],
    });
  });

  it('never says sanctioned', () => {
    const all = judge({
      cities: ['Kerch', 'Havana', 'Tehran', 'Melitopol', 'Pyongyang'],
      nationalities: ['sy'],
    });
    expect(JSON.stringify(all)).not.toMatch(/sanctioned/i);
  });

  it('is one per regime and territory, however often it is named', () => {
    const { findings } = judge({
      addresses: ['Tehran, Iran', 'Shiraz, Iran'],
      cities: ['Tehran'],
      countries: ['ir'],
      nationalities: ['Iran'],
      birthPlaces: ['Qom'],
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence.filter((it) => it.kind === 'row' && it.table === 'places')).toHaveLength(8);
  });

  it('of a regime not asked for does not apply', () => {
    const { findings } = checkTerritory(
      { ...nobody, cities: ['Kerch'] },
      { date: '2026-06-01', regimes: ['EU'], territories },
    );
    expect(findings.map((it) => [it.regime, it.applies])).toEqual([
      ['US', false],
      ['EU', true],
      ['UK', false],
    ]);
  });

  it('of an unchecked row says so', () => {
    const [, uk] = judge({ cities: ['Melitopol'] }).findings;
    expect(uk?.basis.confidence).toBe('memory');
    expect(uk?.evidence).toContainEqual({ kind: 'note', text: 'rule not checked against the law' });
  });
});

describe('the tables', () => {
  const { places } = territories.places();

  it('know the territory of every place, and a place for every rule', () => {
    const ruled = new Set(territories.rules.map((rule) => rule.territory));
    const named = new Set(places.flatMap((place) => place.territory ?? []));
    expect([...named].sort()).toEqual([...ruled].sort());
  });

  it('use only the words that the code knows', () => {
    for (const place of places) {
      expect(['country', 'region', 'city', 'port', 'nationality', 'phrase']).toContain(place.kind);
      expect(['', 'rare', 'yes', 'only']).toContain(place.shared);
      expect(['', 'inside', 'partly', 'namesake', 'unclear', 'outside', 'contested']).toContain(
        place.standing,
      );
      expect(place.standing === '').toBe(place.territory === null);
    }
  });

  it('find every name of an unshared place inside, alone in an address', () => {
    for (const place of places) {
      if (place.standing !== 'inside' || place.shared !== '' || place.kind === 'nationality') continue;
      for (const name of place.names)
        expect(verdicts({ addresses: [name] }, '2025-06-01').join(), name).toMatch(/prohibited|restricted/);
    }
  });
});

describe('whatever the text', () => {
  it('never throws, quotes what was given, and gives the same answer twice', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('Kerch', 'Havana', 'street', ',', 'US', '古巴'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const subject = {
          addresses: [words.join(' ')],
          cities: [words[0] ?? ''],
          countries: [words[1] ?? ''],
        };
        const once = judge(subject);
        expect(judge(subject)).toEqual(once);
        for (const it of once.findings) expect(it.evidence.length).toBeGreaterThan(2);
      }),
      { numRuns: 300 },
    );
  });

  it('an address as long as a book costs no more than a page', () => {
    const text = 'Havana Street, Kerch '.repeat(50_000);
    expect(verdicts({ addresses: [text] })).toEqual(CRIMEA);
  });

  it('a place hidden in other letters of the same look is found', () => {
    expect(verdicts({ addresses: ['Kеrch, Lenina 5'] })).toEqual(CRIMEA); // the first е is Cyrillic
    expect(verdicts({ addresses: ['ＫＥＲＣＨ'] })).toEqual(CRIMEA);
  });
});
