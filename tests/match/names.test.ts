/** Which names are one and which are not: people, companies and ships as lists and customers write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcher, names, scoreNames } from './support.js';

const THRESHOLD = 0.7;

describe('names that must be found', () => {
  it.each([
    ['Person', 'Мишустин Михаил', 'Mikhail Vladimirovich MISHUSTIN'],
    ['Person', 'Yevgeniy Prigozin', 'PRIGOZHIN, Yevgeniy Viktorovich'],
    ['Person', '习近平', 'Xi Jinping'],
    ['Person', '김정은', 'Kim Jong Un'],
    ['Person', 'بشار الأسد', 'Bashar al-Assad'],
    ['Person', 'Путин Владимир Владимирович', 'Vladimir Putin'],
    ['Person', 'Muammar Gaddafi', 'Moammar Qadhafi'],
    ['Person', 'Sergueï Lavrov', 'Sergei Lavrov'],
    ['Person', 'Osama bin Laden', 'Usama bin Muhammad bin Awad bin Ladin'],
    ['Person', 'Hussein Alami', 'Husayn al Alami'],
    ['Person', 'Tsai Mingliang', 'Cai Ming liang'],
    ['Person', 'Ivan Mukhtarov', 'Ivan Moukhtaroff'],
    ['Person', 'Oleg Tsvetaev', 'Oleg Cvetaev'],
    ['Person', 'Anna Lim', 'Ana Lim'],
    ['Person', 'Lim Anna', 'Lim Ana'],
    ['Person', 'Jon Harker', 'John Harker'],
    ['Person', 'Jürgen Müller', 'Mueller, Juergen'],
    ['Person', 'Juan Carlos García', 'GARCIA, Juan Carlos'],
    ['Person', 'Nikolai Patr ushev', 'PATRUSHEV, Nikolai Platonovich'],
    ['Person', 'V. Putin', 'Vladimir Putin'],
    ['Person', 'Dr. Ivan Petrov', 'Ivan Petrov'],
    ['Person', 'Boris Eltsine', 'Boris Jelzin'],
    ['Person', 'Siergiej Szojgu', 'Sergei Schoigu'],
    ['Person', 'Nikita Jruschov', 'Nikita Chruschtschow'],
    ['Person', 'Mikhail Gorbatjov', 'Michail Gorbatschow'],
    ['Person', 'Jevgenijs Prigožins', 'Yevgeny Prigozhin'],
    ['Person', 'Mijaíl Jodorkovski', 'Michail Chodorkovskij'],
    ['Person', 'Vlagyimir Putyin', 'Wladimir Putin'],
    ['Person', 'Sergejus Ivanovas', 'Сергей Иванов'],
    ['Person', 'Aliaksandr Lukashenka', 'Alexander Lukashenko'],
    ['Person', 'Сяргей Гурулёў', 'Sergey Gurulev'],
    ['Person', 'Микола Азаров', 'Николай Азаров'],
    ['Person', 'Artur Agopian', 'Artur Hakobyan'],
    ['Person', 'Bidsina Iwanischwili', 'Bidzina Ivanishvili'],
    ['Person', 'Chwitscha Kwarazchelia', 'Khvicha Kvaratskhelia'],
    ['Person', 'Yiorgos Papandreu', 'Georgios Papandreou'],
    ['Person', 'Ευάγγελος Μπακάλης', 'Vangelis Bakalis'],
    ['Person', 'Damir Abdullaev', 'Дамир Абдуллаев'],
    ['Person', 'Vladimir Bernard', 'Vladimir Bemard'],
    // M is no Monsieur where another initial stands beside it.
    ['Person', 'M.V. Mishustin', 'Mikhail Vladimirovich MISHUSTIN'],
    // A scanner reads a capital I as l.
    ['Person', 'lgor Sechin', 'Igor Sechin'],
    ['Person', 'Adul Wahed Shafiq', 'Abdul Wahed Shafiq'],
    ['Person', 'Badul Manan Zadran', 'Abdul Manan Zadran'],
    ['Person', 'Abdul Raqbi Takhari', 'Abdul Raqib Takhari'],
    ['Person', 'Attiqullah Akhnd', 'Attiqullah Akhund'],
    ['Person', 'The Butcher', 'Butcher'],
    ['Company', 'Gazprom', 'PJSC Gazprom'],
    ['Company', 'ПАО Газпром нефть', 'Gazprom Neft PJSC'],
    ['Company', 'VTB', 'VTB BANK PUBLIC JOINT STOCK COMPANY'],
    ['Company', 'Wagner Group', "Private Military Company 'Wagner'"],
    ['Company', 'Haitong Comm Grp', 'Haitong Communication Group'],
    ['Company', 'SiemensAG', 'Siemens AG'],
    ['Company', 'Goodwill Company', 'Good Will Company'],
    ['Company', 'Velora Tradng FZE', 'Velora Trading FZE'],
    ['Company', 'Northern Pipe Works', 'Northern Pipe Works LLC'],
    ['Company', 'Belavia', 'ОАО "Авиакомпания Белавиа"'],
    ['Company', 'Belavia', 'Open Joint Stock Company Belavia'],
    ['Company', 'NK Rosneft PAO', 'ROSNEFT OIL COMPANY'],
    ['Company', 'ПАО НК Роснефть', 'ROSNEFT OIL COMPANY'],
    ['Company', 'Vagner', 'Wagner'],
    ['Organization', 'حزب الله', 'HIZBALLAH'],
    ['Vessel', 'M/T Ocean Star', 'OCEAN STAR'],
    ['Vessel', 'ADRIAN DARYA 1', 'Adrian Darya 1'],
  ])('%s: %s is %s', (schema, left, right) =>
    expect(scoreNames(schema, left, right)).toBeGreaterThanOrEqual(THRESHOLD),
  );
});

describe('names that must not be found', () => {
  it.each([
    ['Person', 'Putin', 'Vladimir Putin'],
    ['Person', 'Boris Rotenberg', 'Arkady Rotenberg'],
    ['Person', 'Irina Pavlovna Golub', 'Irina Sergeevna Golub'],
    ['Person', 'Vladimir Ivanovich Petrov', 'Vladimir Ilyich Petrov'],
    ['Person', 'Ivan Petrov', 'Ivan Sidorov'],
    ['Person', 'Kim Jong Un', 'Kim Jong Il'],
    ['Person', 'Kim Jong Un', 'Kim Yo Jong'],
    ['Person', 'Mohammed Hassan', 'Ahmed Hassan'],
    ['Person', 'A. Nazarbayev', 'Nursultan Nazarbayev'],
    ['Person', 'Martin Bosh', 'Martin Boshra'],
    ['Person', 'Dmitry Medvedev', 'Dmitry Mezentsev'],
    ['Person', 'Mohammed', 'Mohammed Ali Hassan'],
    ['Person', 'Ivan Petrov', 'Ivan Petrenko'],
    ['Person', 'Ivan Ivanov', 'Ivan Ivanenko'],
    ['Person', 'Pyotr Volkov', 'Pyotr Vlasov'],
    ['Person', 'Sergei Ivanov', 'Serhan Ivanov'],
    ['Person', 'Mario Rossi', 'Maria Rossi'],
    // Adel is a name of its own and no slip for Abdel.
    ['Person', 'Adel Karim', 'Abdel Karim'],
    ['Person', 'Juan Hernández', 'Juan Fernández'],
    ['Person', 'Katrin Sigurdardóttir', 'Katrin Jakobsdóttir'],
    ['Person', 'Ryan Hayward', 'Rahnavard'],
    ['Company', 'Nordwind Invest II', 'Nordwind Invest'],
    ['Person', 'Viktor Orbán', 'Viktor Orbach'],
    ['Person', 'Dmitry Medvedev', 'Dmitry Medvedchuk'],
    ['Person', 'Roman Abramov', 'Roman Abramovich'],
    ['Person', 'Alexander Lukashenko', 'Alexander Lukashevich'],
    ['Person', 'Yuri Petrov', 'Georgy Petrov'],
    ['Person', 'Oleg Popov', 'Olga Popova'],
    ['Company', 'Gazprom', 'Gazprom Neft'],
    ['Company', 'Gazprom', 'Gazprombank'],
    ['Company', 'Nord Gas Invest', 'Nord Oil Invest'],
    ['Company', 'Nord Gas Invest Group', 'Nord Oil Invest Group'],
    ['Company', 'Delta Shipping Dubai LLC', 'Omega Shipping Dubai LLC'],
    ['Company', 'Arsenal No 5', 'Arsenal No 7'],
    ['Company', 'K-T-R Company', 'Alfa Company'],
    ['Company', '1204 Corp.', 'Delta Corp.'],
    ['Company', 'Sberbank Leasing', 'Sberbank Insurance'],
    ['Company', 'Management Company', 'Westmere Management Company'],
    ['Company', 'Gazprom', 'Gazprombank'],
    ['Company', 'Rosatom', 'RUSTOM'],
    ['Company', 'Total', 'TITUL'],
    ['Person', 'Peskov', 'PUCHKOV'],
    ['Organization', 'Central Bank of Ireland', 'BANK MELLI IRAN'],
    ['Organization', 'National Security Services', 'Federal Security Service'],
    ['Organization', "People's Movement of Velora", 'Republic Front of Velora'],
    ['Vessel', 'Lady Leila', 'Lady Rania'],
    ['Vessel', 'Arctic 5', 'Arctic 7'],
  ])('%s: %s is not %s', (schema, left, right) =>
    expect(scoreNames(schema, left, right)).toBeLessThan(THRESHOLD),
  );
});

describe('degrees', () => {
  it.each([
    [
      'a rare name above a common one',
      ['Pavel Khristoradnov', 'Pavel Khristoradnov'],
      ['Ivan Petrov', 'Ivan Petrov'],
    ],
    [
      'a patronymic left out above another patronymic',
      ['Irina Pavlovna Golub', 'Irina Golub'],
      ['Irina Pavlovna Golub', 'Irina Sergeevna Golub'],
    ],
    ['a slip above another name', ['Igor Sechin', 'Igor Secihn'], ['Igor Sechin', 'Igor Sobyanin']],
    ['a name in full above its initial', ['Ivan Petrov', 'Ivan Petrov'], ['I. Petrov', 'Ivan Petrov']],
  ])('%s', (_, [a = '', b = ''], [c = '', d = '']) =>
    expect(scoreNames('Person', a, b)).toBeGreaterThan(scoreNames('Person', c, d)),
  );

  it.each(['Ivan Petrov', 'Mohammed Ali', 'John Smith', 'Kim', 'Maria Garcia'])(
    'an equal name never falls under the threshold, however common: %s',
    (name) => expect(scoreNames('Person', name, name)).toBeGreaterThanOrEqual(THRESHOLD),
  );

  it('an acronym is near enough to be seen beside other facts, and no match by itself', () => {
    const score = scoreNames('Company', 'NPW', 'Northern Pipe Works');
    expect(score).toBeGreaterThan(0.3);
    expect(score).toBeLessThan(THRESHOLD);
  });
});

const WORDS =
  'ivan petrov mohammad al hassan kim jong li wei maria garcia khristoradnov sergeevich bin viktorovna xue'.split(
    ' ',
  );
const FIRM = 'delta omega nord trading bank oil group llc ltd 5 7 dubai gazprom neft of the company'.split(
  ' ',
);
const personName = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const firmName = fc
  .array(fc.constantFrom(...FIRM), { minLength: 1, maxLength: 7 })
  .map((words) => words.join(' '));
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
const name = fc.oneof(personName, firmName, anyText);
const schema = fc.constantFrom('Person', 'Company', 'Vessel', 'Thing');

/** A part as an explanation shows it: written words stay as written. */
const shown = (part: { text: string; form: string; native: string; script: string }) =>
  part.script === 'Latin'
    ? part.text.toLowerCase()
    : part.form === '' || (/^x\d/.test(part.form) && part.native !== '')
      ? part.native
      : part.form;

describe('names longer than what is aligned', () => {
  const many = Array.from({ length: 45 }, (_, at) => `${'abcdefghijklmnopqrst'[at % 20]}lmar${at}ek`).join(
    ' ',
  );
  it('are not equal because they begin alike', () => {
    expect(scoreNames('Person', `${many} Kowalski`, `${many} Nakamura`)).toBeLessThan(
      scoreNames('Person', `${many} Kowalski`, `${many} Kowalski`) - 0.01,
    );
    const word = 'donaudampfschiff'.repeat(5);
    expect(scoreNames('Company', `${word}kapitaen`, `${word}witwe`)).toBeLessThan(0.7);
    expect(scoreNames('Company', `${word}kapitaen`, `${word}kapitaen`)).toBeGreaterThanOrEqual(0.7);
  });
});

it('a name of unknown kind is read as what the other name is: Petro is oil, and a man', () => {
  const [man, any] = (['person', 'any'] as const).map((kind) =>
    names.parse('Petro Anatoliyovych ZYMA', kind),
  );
  expect(matcher.scoreNames(any!, man!)).toBe(matcher.scoreNames(man!, man!));
});

describe('what holds for all names', () => {
  it('the score is the same from either side', () =>
    fc.assert(
      fc.property(
        schema,
        name,
        name,
        (kind, left, right) => scoreNames(kind, left, right) === scoreNames(kind, right, left),
      ),
    ));

  it('lies within 0 and 1 and is the same again, whatever was scored in between', () =>
    fc.assert(
      fc.property(schema, name, name, name, (kind, left, right, other) => {
        const score = scoreNames(kind, left, right);
        scoreNames(kind, other, left);
        return score > 0 && score < 1 && scoreNames(kind, left, right) === score;
      }),
    ));

  it('no name scores higher with another than with itself', () =>
    fc.assert(
      fc.property(schema, name, name, (kind, left, right) => {
        const own = scoreNames(kind, left, left);
        return names.parse(left, 'any').parts.length === 0 || scoreNames(kind, left, right) <= own;
      }),
    ));

  it('an equal name with anything in it is a match', () =>
    fc.assert(
      fc.property(
        schema,
        fc.oneof(personName, firmName),
        (kind, text) => scoreNames(kind, text, text) >= THRESHOLD,
      ),
    ));

  it('a person whose names stand in another order is found', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['pavel', 'khristoradnov', 'mishustin'], { minLength: 3 }),
        (words) => scoreNames('Person', 'pavel khristoradnov mishustin', words.join(' ')) >= 0.9,
      ),
    ));

  it('the parts of the explanation are of the run that scored: each part of either name once', () =>
    fc.assert(
      fc.property(schema, name, name, (kind, left, right) => {
        const one = names.parse(left, kind === 'Person' ? 'person' : 'any');
        const other = names.parse(right, kind === 'Person' ? 'person' : 'any');
        const { parts } = matcher.compareNames(one, other);
        const words = (side: 'left' | 'right') =>
          parts.flatMap((part) => part[side]?.split(' ') ?? []).sort();
        expect(words('left')).toEqual(
          one.parts
            .slice(0, 40)
            .flatMap((part) => shown(part).split(' '))
            .sort(),
        );
        expect(words('right')).toEqual(
          other.parts
            .slice(0, 40)
            .flatMap((part) => shown(part).split(' '))
            .sort(),
        );
      }),
    ));
});
