/** Names of organisations and vessels. */
import { describe, expect, it } from 'vitest';
import { names, parts } from './support.js';

describe('legal forms', () => {
  it.each([
    ['ООО "Ромашка"', 'llc legal-form · romashka word'],
    ['Общество с ограниченной ответственностью Ромашка', 'llc legal-form · romashka word'],
    ['Obchtchestvo s ogranitchennoï otvetstvennostiou Romachka', 'llc legal-form · romachka word'],
    ['Romashka, LIMITED LIABILITY COMPANY', 'romashka word · llc legal-form'],
    ['OAO Gazprom', 'ojsc legal-form · gazprom word'],
    ['Gazprom Open Joint-Stock Company', 'gazprom word · ojsc legal-form'],
    ['Siemens Aktiengesellschaft', 'siemens word · ag legal-form'],
    ['SiemensAG', 'siemens word · ag legal-form'],
    ['Volkswagen Bank G.m.b.H.', 'volkswagen word · bank generic · gmbh legal-form'],
    ['R D I S.A.', 'rdi word · sa legal-form'],
    ['Combustibles Briones, S.A. DE C.V.', 'combustibles word · briones word · sacv legal-form'],
    ['faberlic EUROPE Sp. z o.o.', 'faberlic word · europe place · spzoo legal-form'],
    ['Societatea cu Răspundere Limitată PRO TRAFFIC', 'srl legal-form · pro word · traffic word'],
    ['ТОО Алматы Трейд', 'llp legal-form · almaty place · treyd word'],
    ['אלביט בע"מ', 'albit word · ltdhe legal-form'],
    ['华为技术有限公司', 'hua word · wei word · technology generic · coltd legal-form'],
    ['株式会社東芝', 'kk legal-form · dong word · zhi word'],
    ['Aktiebolaget Atomenergi', 'ab legal-form · atomenergi word'],
  ])('%s', (text, expected) => expect(parts(text, 'organization')).toBe(expected));

  it('a short one counts at the ends of a name only', () => {
    expect(parts('As Sahab Media', 'organization')).toBe('as word · sahab word · media generic');
    expect(parts('Limited', 'organization')).toBe('limited word');
  });
  it.each([
    ['gmbh', ['limited'], ['AT', 'CH', 'DE', 'LI']],
    ['bv', ['limited'], ['NL']],
    ['bvba', ['limited'], ['BE']],
    ['llc', ['limited'], []],
    ['inc', ['limited', 'stock'], []],
    ['ano', ['nonprofit'], ['RU']],
    ['nothing', [], []],
  ])('%s: classes and countries', (id, classes, countries) => {
    expect(names.legalForm(id).classes).toEqual(classes);
    expect(names.legalForm(id).countries).toEqual(countries);
  });
  it('belong to families', () => {
    expect([names.legalFamily('gmbh'), names.legalFamily('ojsc'), names.legalFamily('nothing')]).toEqual([
      'llc',
      'jsc',
      'nothing',
    ]);
  });
});

describe('words for one thing have one form', () => {
  it.each([
    ['Bright Trading Company', 'Брайт Торговая Компания'],
    ['National Iranian Oil Company', 'National Iranian Neft Co'],
    ['First Bank Int’l', '1st International Bank'],
    ['Brigade Forty-Four', 'Brigade 44'],
    ['Homs Shipping Corp.', 'Homs Shipping CORPORATION'],
    ['Bank of Russia', 'Bank Rossii of'],
  ])('%s, %s', (left, right) => {
    const forms = (text: string) =>
      names
        .parse(text, 'organization')
        .parts.filter(({ type }) => type !== 'word')
        .map(({ form }) => form)
        .sort();
    expect(forms(left)).toEqual(forms(right));
  });
  it.each([
    ['L.X.C Aviation', 'lxc word · aviation generic'],
    ['K-T-R Company', 'ktr word · company generic'],
    ['C G Clow Will Trust', 'cg word · clow word · will word · trust generic'],
    ['The Coca-Cola Company', 'the particle · coca word · cola word · company generic'],
    ['ГУП 31', 'sue legal-form · 31 number'],
    ['شركة النفط', 'company generic · al particle · oil generic'],
  ])('%s', (text, expected) => expect(parts(text, 'organization')).toBe(expected));
  it('a generic word is never rare', () => {
    for (const part of names.parse('Shipping Trading Refinery Co Ltd', 'organization').parts)
      expect(part.rarity).toBeLessThanOrEqual(5);
  });
});

describe('acronyms and numbers', () => {
  it.each([
    ['Northern Pipe Works (NPW)', 'north place · pipeline generic · plant generic · npw acronym'],
    ['NPW Northern Pipe Works', 'npw acronym · north place · pipeline generic · plant generic'],
    ['Ministry of Mines (MOM)', 'ministry generic · of particle · mining generic · mom acronym'],
    ['Rosoboronexport (ROE)', 'rosoboronexport word · roe acronym'],
    ['Rosoboronexport ROE', 'rosoboronexport word · roe word'],
    ['RIM Investments I Corp.', 'rim word · investment generic · 1 number · corporation generic'],
    ['V and V Shipyard', 'v word · and particle · v word · shipyard generic'],
    ['1-й Завод', '1 number · plant generic'],
    ['7.a Brigada', '7 number · brigade generic'],
    ['Войсковая часть 26165', 'militaryunit generic · 26165 number'],
  ])('%s', (text, expected) => expect(parts(text, 'organization')).toBe(expected));
});

describe('vessels', () => {
  it.each([
    ['M/V IRAN SHAHED II', 'mv prefix · iran word · shahed word · 2 number'],
    ['MT Ocean One', 'mt prefix · ocean word · 1 number'],
    ['Zu Zag Bong 6', 'zu word · zag word · bong word · 6 number'],
    ['SS', 'ss word'],
  ])('%s', (text, expected) => expect(parts(text, 'vessel')).toBe(expected));
});

describe('names of which nobody says what they are', () => {
  it.each([
    ['Ivan Petrov', 'ivan given · petrov family'],
    ['Petrov Ltd', 'petrov word · ltd legal-form'],
    ['Dr. Ivan Petrov', 'dr honorific · ivan given · petrov family'],
  ])('%s', (text, expected) => expect(parts(text, 'any')).toBe(expected));
});
