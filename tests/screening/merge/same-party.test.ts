/** Who on several lists is one party, as a person who reads the lists would say it: the rules of data/match/same-party.csv. */
import { describe, expect, it } from 'vitest';
import { company, entry, imo, merge, person, ship } from './support.js';

const ORLOV = { birthDate: '1961-04-17', gender: 'male' };

describe('a person', () => {
  it('on four lists is one party, by the full name and the day of birth', () => {
    const { parties, leftOut } = merge([
      person('us/1', 'Valery Timofeyevich ZABOLOTSKIKH', ORLOV),
      person('eu/7', 'Valerij Timofejevich Zabolotskikh', { ...ORLOV, nationality: 'ru' }),
      person('un/QDi.900', 'VALERY TIMOFEYEVICH ZABOLOTSKIKH', { birthDate: '1961-04-17' }),
      person('ch/33', 'Zabolotskikh Valery', { alias: 'Валерий Тимофеевич Заболотских', ...ORLOV }),
    ]);
    expect(parties).toEqual([['ch/33', 'eu/7', 'un/QDi.900', 'us/1']]);
    expect(leftOut).toEqual([]);
  });

  it.each([
    ['another day of birth', { birthDate: '1961-04-18' }],
    ['another year of birth: the father', { birthDate: '1931-04-17' }],
    ['another gender', { birthDate: '1961-04-17', gender: 'female' }],
    ['another taxpayer number', { birthDate: '1961-04-17', innCode: '500100732259' }],
    ['no day of birth', {}],
    [
      'a weak alias alone',
      { birthDate: '1961-04-17', weakAlias: 'Valery Zabolotskikh', name: 'Foma Plyushkin' },
    ],
  ])('is not the one with %s', (_, facts) => {
    const us = person('us/1', 'Valery Zabolotskikh', { ...ORLOV, innCode: '781005202108' });
    expect(merge([us, person('eu/7', 'Valery Zabolotskikh', facts)]).parties).toEqual([]);
  });

  it('is not joined by 1 January, which stands for a year that is not known better', () => {
    const born = { birthDate: '1961-01-01' };
    expect(
      merge([person('us/1', 'Valery Zabolotskikh', born), person('eu/7', 'Valery Zabolotskikh', born)])
        .parties,
    ).toEqual([]);
  });

  it('with a rare name is joined by the year of birth and a country, and by the year alone is not', () => {
    const name = 'Barzan Fulayyih Zubrowkani AL-TAMARRUDI';
    const year = { birthDate: '1953' };
    const iraqi = { ...year, nationality: 'iq' };
    expect(merge([person('us/1', name, iraqi), person('un/2', name, iraqi)]).links).toEqual([
      'un/2 = us/1: name and birth-year',
    ]);
    expect(merge([person('us/1', name, iraqi), person('un/2', name, year)]).parties).toEqual([]);
    const common = 'Mohammad Ali Hassan';
    expect(merge([person('us/1', common, iraqi), person('un/2', common, iraqi)]).parties).toEqual([]);
  });

  it('and his father of the same name with the same passport office are two', () => {
    const son = { birthDate: '1988-07-05', nationality: 'ua', passportNumber: 'AB1234567' };
    const father = { birthDate: '1958-02-11', nationality: 'ua', passportNumber: 'AB1234567' };
    const { parties, leftOut } = merge([
      person('us/son', 'Ostap Hrushkovetskyi', son),
      person('eu/son', 'Ostap HRUSHKOVETSKYI', son),
      person('eu/father', 'Ostap HRUSHKOVETSKYI', father),
    ]);
    expect(parties).toEqual([['eu/son', 'us/son']]);
    expect(leftOut).toEqual([
      expect.stringMatching(/^eu\/father ≠ eu\/son: birth-date: .*years apart/),
      expect.stringMatching(/^eu\/father ≠ us\/son: birth-date: /),
    ]);
  });

  it('of one passport number and another name is somebody else: numbers are mistyped', () => {
    const facts = { nationality: 'ua', passportNumber: 'AB1234567' };
    expect(
      merge([person('us/1', 'Ostap Hrushkovetskyi', facts), person('eu/2', 'Zenon Kvitkovych', facts)])
        .parties,
    ).toEqual([]);
  });
});

describe('a company', () => {
  const ru = { jurisdiction: 'ru' };

  it('with one taxpayer number is one, whatever form its name takes', () => {
    const inn = { ...ru, innCode: '7707083893' };
    const { links } = merge([
      company('us/1', 'OOO Severnye Zavalinki', inn),
      company('eu/2', 'Limited Liability Company "Severnye Zavalinki"', inn),
    ]);
    expect(links).toEqual(['eu/2 = us/1: innCode']);
  });

  it('with a taxpayer number that fails its check digit is not joined by it', () => {
    const wrong = { innCode: '7707083894' };
    expect(
      merge([company('us/1', 'Severnye Zavalinki', wrong), company('eu/2', 'Severnye Zavalinki', wrong)])
        .parties,
    ).toEqual([]);
  });

  it('is joined by every word of its name but the legal form, with the country', () => {
    const one = company('us/1', 'SEVERNYE ZAVALINKI JSC', ru);
    expect(merge([one, company('eu/2', 'Severnye Zavalinki', ru)]).links).toEqual([
      'eu/2 = us/1: name and country',
    ]);
  });

  it.each([
    ['its subsidiary', 'Severnye Zavalinki Trading', ru],
    ['one of another legal form', 'Severnye Zavalinki LLC', ru],
    ['its sister in another country', 'Severnye Zavalinki', { jurisdiction: 'kz' }],
    ['one of no known country', 'Severnye Zavalinki', {}],
    ['one of another number', 'Severnye Zavalinki', { ...ru, innCode: '7702070139' }],
  ])('is not %s', (_, name, facts) => {
    const one = company('us/1', 'Severnye Zavalinki JSC', { ...ru, innCode: '7707083893' });
    expect(merge([one, company('eu/2', name, facts)]).parties).toEqual([]);
  });

  it('of two numbers of one publisher is joined by its name only where one entry leaves out the country', () => {
    const named = (key: string, facts = {}) => company(key, 'Ejercito Severnyj', facts);
    expect(merge([named('us/1'), named('us/2', ru)]).links).toEqual(['us/1 = us/2: name and list']);
    // Two movements of one name in two countries, neither of which the list names.
    expect(merge([named('us/1'), named('us/2')]).parties).toEqual([]);
  });

  it('in two annexes of one publisher is one, in one annex two: ROSNEFT in VI and XIX.A', () => {
    const inAnnex = (key: string, annex: string) => {
      const one = company(key, 'Severnye Zavalinki');
      const listings = one.entity.listings.map((listing) => ({ ...listing, annex }));
      return { ...one, entity: { ...one.entity, listings } };
    };
    expect(merge([inAnnex('eu/1', 'VI'), inAnnex('eu/2', 'XIX.A')]).links).toEqual([
      'eu/1 = eu/2: name and list',
    ]);
    expect(merge([inAnnex('eu/1', 'VI'), inAnnex('eu/2', 'VI')]).parties).toEqual([]);
  });

  it('is not its sister that is told apart by a single letter: RIM GROUP INVESTMENTS and … I', () => {
    const facts = { jurisdiction: 'pa' };
    const names = [
      'Muster Group Investments, Corp.',
      'Muster Group Investments I Corp.',
      'Muster Group Investments II Corp.',
    ];
    for (const lists of [
      ['us', 'us', 'us'],
      ['us', 'eu', 'un'],
    ]) {
      const all = names.map((name, at) => company(`${lists[at]}/${at}`, name, facts));
      expect(merge(all).parties).toEqual([]);
    }
  });

  it('that may be a person as well is not joined by a name', () => {
    const maybe = ['us/1', 'eu/2'].map((key) => entry(key, 'LegalEntity', 'Captain Mustermann', ru));
    expect(merge(maybe).parties).toEqual([]);
    const firm = entry('us/1', 'LegalEntity', 'Severnye Zavalinki', ru);
    expect(merge([firm, company('eu/2', 'Severnye Zavalinki', ru)]).parties).toHaveLength(1);
  });

  it('is not joined by a name that over a hundred entries bear, and is by its number all the same', () => {
    const many = Array.from({ length: 101 }, (_, at) => company(`us/${at}`, 'Severnye Zavalinki', ru));
    expect(merge(many.slice(0, 3)).parties).toHaveLength(1);
    expect(merge(many).parties).toEqual([]);
    const numbered = ['us/n', 'eu/n'].map((key) =>
      company(key, 'Severnye Zavalinki', { ...ru, innCode: '7707083893' }),
    );
    expect(merge([...many, ...numbered]).parties).toEqual([['eu/n', 'us/n']]);
  });

  it('is no wallet: ten thousand of them bear the name of who extorts with them', () => {
    const wallets = ['us/1', 'us/2'].map((key) => entry(key, 'CryptoWallet', 'Severnye Zavalinki', ru));
    expect(merge(wallets).parties).toEqual([]);
  });

  it('is not joined by an acronym', () => {
    expect(merge([company('us/1', 'KVZT', ru), company('eu/2', 'KVZT', ru)]).parties).toEqual([]);
  });

  it('is one with the entry that bears its own name, not with another that has it for an alias', () => {
    const { parties, leftOut } = merge([
      company('un/2', 'Severnye Zavalinki', ru),
      company('us/1', 'Severnye Zavalinki', ru),
      company('us/9', 'Uralskaya Zadvizhka', { ...ru, alias: 'Severnye Zavalinki' }),
    ]);
    expect(parties).toEqual([['un/2', 'us/1']]);
    expect(leftOut).toEqual([expect.stringMatching(/^un\/2 ≠ us\/9: own-list: us gives .* apart$/)]);
  });

  it('and a person of its name are two, with one number too', () => {
    const inn = { innCode: '500100732259' };
    const { parties, leftOut } = merge([
      company('us/1', 'Zabolotskikh Valery', inn),
      person('eu/2', 'Valery Zabolotskikh', inn),
    ]);
    expect(parties).toEqual([]);
    expect(leftOut).toEqual([expect.stringMatching(/^eu\/2 ≠ us\/1: kind: /)]);
  });
});

describe('a ship', () => {
  it('that was renamed is one by its IMO number, and nothing else joins ships', () => {
    const number = { imoNumber: imo('912345') };
    expect(merge([ship('us/1', 'OCEAN LARK', number), ship('eu/2', 'GRACE OF VIGO', number)]).links).toEqual([
      'eu/2 = us/1: imoNumber',
    ]);
    const flag = { flag: 'pa', type: 'tanker' };
    expect(merge([ship('us/1', 'OCEAN LARK', flag), ship('eu/2', 'OCEAN LARK', flag)]).parties).toEqual([]);
  });

  it('of one number and years of building far apart is two', () => {
    const number = imo('912345');
    const { parties, leftOut } = merge([
      ship('us/1', 'OCEAN LARK', { imoNumber: number, buildDate: '1996' }),
      ship('eu/2', 'OCEAN LARK', { imoNumber: number, buildDate: '2008' }),
    ]);
    expect(parties).toEqual([]);
    expect(leftOut).toEqual([expect.stringMatching(/^eu\/2 ≠ us\/1: built: /)]);
  });
});

describe('numbers of publishers', () => {
  it("joins entries by the Security Council's reference that other lists quote", () => {
    const { links } = merge([
      person('un/un-1', 'Zubayr Qasimzade', { entry: 'QDi.900' }),
      person('eu/2', 'Qasimzade Zubair', { unscId: 'QDi.900' }),
      person('uk/3', 'Zubayr QASIMZADE', { unscId: 'QDi.900' }),
      person('us/4', 'Zubayr Qasimzade', {}),
    ]);
    expect(links).toEqual(['eu/2 = uk/3: unscId', 'eu/2 = un/un-1: unscId', 'uk/3 = un/un-1: unscId']);
  });

  it('joins the entries of which a dataset says that it made one, and never equal ids alone', () => {
    const { links } = merge([
      person('us/ofac-36', 'Zubayr Qasimzade', {}),
      person('ch/NK-1', 'Zubayr Qasimzade', { referents: ['ofac-36', 'ch-1'] }),
      person('eu/ofac-36', 'Zubayr Qasimzade', {}),
      person('uk/NK-1', 'Zubayr Qasimzade', {}),
    ]);
    expect(links).toContain('ch/NK-1 = us/ofac-36: referent');
    expect(links.filter((link) => /eu.*us|us.*eu/.test(link))).toEqual([]);
  });

  it('joins two lists of one publisher by its own number, and never two publishers', () => {
    const twice = [
      company('us/ofac-5', 'Kvazar'),
      company('us2/ofac-5', 'KVAZAR OAO'),
      company('eu/ofac-5', 'Kvazar'),
    ];
    expect(merge(twice).links).toEqual(['us/ofac-5 = us2/ofac-5: entity-id']);
  });
});

describe('never across a contradiction', () => {
  it('a third entry without facts joins two that contradict with neither', () => {
    const passport = { passportNumber: 'AB1234567', nationality: 'ua' };
    const { parties, leftOut } = merge([
      person('us/1', 'Ostap Hrushkovetskyi', { ...passport, birthDate: '1988-07-05' }),
      person('eu/2', 'Ostap Hrushkovetskyi', passport),
      person('ch/3', 'Ostap Hrushkovetskyi', { ...passport, birthDate: '1958-02-11' }),
    ]);
    expect(parties).toEqual([]);
    expect(leftOut).toHaveLength(3);
    expect(leftOut.join('\n')).toMatch(/as much speaks for another entry/);
  });

  it('the weaker of two links gives way', () => {
    const inn = { innCode: '7707083893', jurisdiction: 'ru' };
    const { parties, leftOut } = merge([
      company('us/1', 'Severnye Zavalinki', inn),
      company('eu/2', 'Severnye Zavalinki', { ...inn, ogrnCode: '1027700132195' }),
      company('ch/3', 'Severnye Zavalinki', { jurisdiction: 'ru', ogrnCode: '1027739609391' }),
    ]);
    expect(parties).toEqual([['eu/2', 'us/1']]);
    expect(leftOut).toEqual([expect.stringMatching(/^ch\/3 ≠ us\/1: identifier-other: OGRN/)]);
  });
});

describe("a person's word", () => {
  const born = { birthDate: '1961-04-17' };
  const twins = [person('us/1', 'Valery Zabolotskikh', born), person('eu/2', 'Valery Zabolotskikh', born)];

  it('parts what every rule would join', () => {
    const { parties, leftOut } = merge(twins, [{ left: 'us/1', right: 'eu/2', same: false }]);
    expect(parties).toEqual([]);
    expect(leftOut).toEqual(['eu/2 ≠ us/1: decided: different']);
  });

  it('joins what no rule would, contradicting facts included', () => {
    const other = entry('ch/3', 'Person', 'V. Z.', { birthDate: '1950' });
    const { parties, links } = merge([...twins, other], [{ left: 'us/1', right: 'ch/3', same: true }]);
    expect(links).toContain('ch/3 = us/1: decision');
    // The other list's entry still contradicts the one that was joined, so it stays out.
    expect(parties).toEqual([['ch/3', 'us/1']]);
  });

  it('different goes before same', () => {
    const words = [
      { left: 'us/1', right: 'eu/2', same: true },
      { left: 'eu/2', right: 'us/1', same: false },
    ];
    expect(merge(twins, words).parties).toEqual([]);
    expect(merge(twins, words.toReversed()).parties).toEqual([]);
  });
});
