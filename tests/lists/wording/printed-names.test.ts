import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrintedName } from '../../../src/lists/wording/printed-names.js';
import { entityOf } from '../eu-journal/support.js';

const person = (text: string) => readPrintedName(text, 'person').names;
const organisation = (text: string) =>
  readPrintedName(text, 'organisation', (place) => place === 'Belarus' || place === 'Shenzhen').names;

describe('names of people', () => {
  it.each([
    [
      'Sergei Valerievich AKSENOV (Сергей Валерьевич АКСЁНОВ)',
      ['Sergei Valerievich AKSENOV', 'Сергей Валерьевич АКСЁНОВ'],
    ],
    [
      'Vladimir Bronislavovich TATUR Russian: Владимир Брониславович ТАТУР',
      ['Vladimir Bronislavovich TATUR', 'Владимир Брониславович ТАТУР'],
    ],
    [
      'Muhamad (a.k.a. Mohamed, Muhammad) MAHALLA',
      ['Muhamad MAHALLA', 'Mohamed MAHALLA', 'Muhammad MAHALLA'],
    ],
    [
      'Alexander (Alexandr) Grigorievich LUKASHENKO',
      ['Alexander Grigorievich LUKASHENKO', 'Alexandr Grigorievich LUKASHENKO'],
    ],
    ['Serhii Anatoliyovych ZDRILIUK (a.k.a. Abwehr)', ['Serhii Anatoliyovych ZDRILIUK', 'Abwehr']],
    [
      'Viktar Uladzimiravich SHEIMAN (Viktar Uladzimiravich SHEYMAN)',
      ['Viktar Uladzimiravich SHEIMAN', 'Viktar Uladzimiravich SHEYMAN'],
    ],
    ['Osama RAMADAN a.k.a. Usama أسامة رمضان', ['Osama RAMADAN', 'Usama', 'أسامة رمضان']],
    ['DIAW, Malick', ['Malick DIAW']],
    ['EL-KASSIM ZOUAI, Mohamed Abou', ['Mohamed Abou EL-KASSIM ZOUAI']],
    ['Oleg TSARIOV, Oleh Anatoliyovych TSAROV', ['Oleg TSARIOV', 'Oleh Anatoliyovych TSAROV']],
    ['Mathieu, Chui NGUDJOLO', ['Mathieu Chui NGUDJOLO']],
    ['Hassan, Hadji Mohammad, Mullah', ['Mullah Hadji Mohammad Hassan']],
    ['Ehab, Iehab', ['Ehab', 'Iehab']],
    ['Taeb, Hosein', ['Hosein Taeb']],
    ['Андрей Владимирович ФЕДОРОВ/ФЁДОРОВ', ['Андрей Владимирович ФЕДОРОВ', 'Андрей Владимирович ФЁДОРОВ']],
    ['Ольга МАКЕЕВА / Ольга МАКЄЄВА', ['Ольга МАКЕЕВА', 'Ольга МАКЄЄВА']],
    [
      'Yuriy Mikhailovich GOTSANYUK Yuriy Mikhailovich GOTSANIUK',
      ['Yuriy Mikhailovich GOTSANYUK', 'Yuriy Mikhailovich GOTSANIUK'],
    ],
  ])('%s', (text, names) => {
    expect(person(text)).toEqual(names);
  });

  it('a maiden name is a former name', () => {
    expect(readPrintedName('Elena Borisovna MIZULINA (born DMITRIYEVA)', 'person')).toMatchObject({
      names: ['Elena Borisovna MIZULINA'],
      former: ['Elena Borisovna DMITRIYEVA'],
    });
  });

  it('what tells and does not name is kept as a note', () => {
    expect(readPrintedName('Qalamuddin, Maulavi (Head of Olympic Committee)', 'person')).toEqual({
      names: ['Maulavi Qalamuddin'],
      former: [],
      notes: ['Qalamuddin, Maulavi (Head of Olympic Committee)'],
    });
    expect(readPrintedName('Mohammed (محمد) HAMCHO', 'person').names).toEqual(['Mohammed HAMCHO']);
  });

  it('a plain name comes back as it is', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        fc.pre(!words.some((each) => /^(?:Alias|Aka|Born|Known)$/i.test(each)));
        expect(person(words.join(' '))).toEqual([words.join(' ')]);
      }),
    );
  });

  it('never throws and never makes a name without letters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        for (const name of person(text)) expect(name).toMatch(/\p{L}/u);
      }),
    );
  });
});

describe('names of organisations', () => {
  it.each([
    ['Hafiz Darya Shipping Lines (HDSL)', ['Hafiz Darya Shipping Lines', 'HDSL']],
    ['LLC Mayak (ООО ‘МАЯК’)', ['LLC Mayak', 'ООО ‘МАЯК’']],
    ['OJSC Sber Bank (Belarus)', ['OJSC Sber Bank (Belarus)']],
    ['JSCB Energobank (JSC)', ['JSCB Energobank (JSC)']],
    ['Redlepus Vektor (Shenzhen) Co., Ltd', ['Redlepus Vektor (Shenzhen) Co., Ltd']],
    ['Minskii Avtomobilnyi Zavod (MAZ) / OJSC ‘MAZ’', ['Minskii Avtomobilnyi Zavod', 'OJSC ‘MAZ’', 'MAZ']],
    ['Stroytransgaz/Стройтрансгаз', ['Stroytransgaz/Стройтрансгаз', 'Stroytransgaz', 'Стройтрансгаз']],
    ['DHKP/C', ['DHKP/C']],
    ['ООО ‘AK МИКРОТЕХ’', ['ООО ‘AK МИКРОТЕХ’']],
    ['DOBROLET a.k.a. DOBROLYOT', ['DOBROLET', 'DOBROLYOT']],
    ['Beijing Weida, Inc., Ltd', ['Beijing Weida, Inc., Ltd']],
    [
      'Bank Melli, Bank Melli Iran (including all branches) and subsidiaries',
      ['Bank Melli', 'Bank Melli Iran'],
    ],
    ['Arak Works and any successor', ['Arak Works']],
    ['Arak Works and its subsidiaries and affiliates', ['Arak Works']],
    ['Iran Electronics Industries and the following subsidiaries:', ['Iran Electronics Industries']],
    ['JSC Kalinov Branch', ['JSC Kalinov Branch']],
    ['Bank One, Bank Two', ['Bank One, Bank Two']],
  ])('%s', (text, names) => {
    expect(organisation(text)).toEqual(names);
  });

  it('a ship keeps the name it had', () => {
    expect(readPrintedName('STORMBRINGER (ex KRITI VIGOR)', 'thing')).toMatchObject({
      names: ['STORMBRINGER'],
      former: ['KRITI VIGOR'],
    });
    expect(readPrintedName('Hu Chang (O Un Chong Nyon)', 'thing').names).toEqual([
      'Hu Chang',
      'O Un Chong Nyon',
    ]);
  });
});

describe('words in a name column that are no names', () => {
  it('the language of the name behind it, a picture’s caption and a country become notes, never aliases', async () => {
    const { properties } = await entityOf({ alias: 'Russian: ; Иван ДОУ; Text of image; Belarus' });
    expect(properties.alias).toEqual(['Иван ДОУ']);
    expect(properties.notes).toEqual(['alias: Russian', 'alias: Text of image', 'alias: Belarus']);
  });
});
