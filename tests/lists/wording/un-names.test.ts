import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesInNote, splitNames } from '../../../src/lists/wording/un-names.js';

it.each([
  ['Azim Adhajani; Azim Agha-Jani', ['Azim Adhajani', 'Azim Agha-Jani']],
  [
    'Mohammed Sabet; Mohammad Sabet b) M. Javad Kareemi Sabet; M. Jawad Kareemi Sabet',
    ['Mohammed Sabet', 'Mohammad Sabet', 'M. Javad Kareemi Sabet', 'M. Jawad Kareemi Sabet'],
  ],
  ['Jin Tiesan (金铁三)', ['Jin Tiesan', '金铁三']],
  ['Amir Khazmat (original script: Амир Хазмат)', ['Amir Khazmat', 'Амир Хазмат']],
  ['حسن غول (Hassan Ghul; Hassan Gul; Hasan Gul)', ['حسن غول', 'Hassan Ghul', 'Hassan Gul', 'Hasan Gul']],
  ['Agha Jan Alizai اغا جان عالیزی', ['Agha Jan Alizai', 'اغا جان عالیزی']],
  ['Encep Nurjaman (birth name)', ['Encep Nurjaman']],
  ['Hilarion Santos, III (third)', ['Hilarion Santos, III']],
  ['(Sheikh) Musa Hilal', ['Sheikh Musa Hilal']],
  ['“Chief Kahwa”', ['Chief Kahwa']],
  ['“General” Sidiki', ['“General” Sidiki']],
  [') Abdelrahman Mouhamad Zafir', ['Abdelrahman Mouhamad Zafir']],
  ['Siregar, Parlin', ['Siregar, Parlin']],
  ['AL-HARAMAIN FOUNDATION (PAKISTAN)', ['AL-HARAMAIN FOUNDATION (PAKISTAN)']],
  ['LEADER (HONG KONG) INTERNATIONAL', ['LEADER (HONG KONG) INTERNATIONAL']],
  ['Al Qa’ida/Islamic Army', ['Al Qa’ida/Islamic Army']],
  ['na', []],
  ['', []],
])('%s', (field, names) => {
  expect(splitNames(field).names).toEqual(names);
});

it.each([
  ['BUTEMBO AIRLINES (BAL)', ['BUTEMBO AIRLINES'], ['BAL']],
  ['HARAKAT UL-MUJAHIDIN / HUM', ['HARAKAT UL-MUJAHIDIN'], ['HUM']],
  [
    'COMPAGNIE AERIENNE DES GRANDS LACS (CAGL) ; GREAT LAKES BUSINESS COMPANY (GLBC)',
    ['COMPAGNIE AERIENNE DES GRANDS LACS', 'GREAT LAKES BUSINESS COMPANY'],
    ['CAGL', 'GLBC'],
  ],
  ['TOUS POUR LA PAIX ET LE DEVELOPPEMENT (NGO)', ['TOUS POUR LA PAIX ET LE DEVELOPPEMENT (NGO)'], []],
])('the acronym of %s stands apart', (field, names, acronyms) => {
  expect(splitNames(field)).toMatchObject({ names, acronyms });
});

it('what is said about a name is a remark', () => {
  expect(splitNames('Safia Farkash, born 1 Jan. 1953 (Oman passport)').names).toEqual(['Safia Farkash']);
  expect(splitNames('EL PARA (COMBAT NAME)')).toMatchObject({ names: ['EL PARA'], remarks: ['COMBAT NAME'] });
});

it.each([
  ['original script: Абу Банат', 'Abu Banat', ['Абу Банат']],
  ['Previously listed as. In Arabic: أبوبكر الجزائري ', 'Abu Bakr al-Jaziri', ['أبوبكر الجزائري']],
  [
    'Abdul Rehman Sindhi; Abdur Rahman al-Sindhi',
    'عبد الرحمن السيندي',
    ['Abdul Rehman Sindhi', 'Abdur Rahman al-Sindhi'],
  ],
  ['(Abu Du’a; Abu Duaa’) prominently known by this nom de guerre', 'أبو دعاء', ['Abu Du’a', 'Abu Duaa’']],
  ['Passport number: B0515260; DOB: 1948', 'عبد', []],
  ['nom de guerre', 'Abu Ahmad', []],
])('the note "%s" beside %s', (note, alias, names) => {
  expect(namesInNote(note, alias)).toEqual(names);
});

it('a name without any mark comes back as it is', () => {
  const plain = fc.array(fc.stringMatching(/^[A-Z][a-z]{1,8}$/), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      plain.filter((words) => words.join(' ') !== 'Na' && !words.includes('Born')),
      (words) => {
        expect(splitNames(words.join('  '))).toEqual({ names: [words.join(' ')], acronyms: [], remarks: [] });
      },
    ),
  );
});

it('never throws, and never gives an empty name or one twice', () => {
  const field = fc.string({ unit: fc.constantFrom(...'AbЖ习ع12 ()[];,/“”"b)- '), maxLength: 40 });
  fc.assert(
    fc.property(field, (text) => {
      const { names } = splitNames(text);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name.trim()).toBe(name);
      expect(names).not.toContain('');
    }),
  );
});
