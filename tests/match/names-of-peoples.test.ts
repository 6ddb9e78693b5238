/** Names of the Muslim and the Spanish-speaking world, nicknames, and names that can be read in two ways. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreNames } from './support.js';

const THRESHOLD = 0.7;
const score = (left: string, right: string) => scoreNames('Person', left, right);

describe('one person', () => {
  it.each([
    ['a name with Abd in all spellings', 'Abd al-Rahman Khalil', 'Abdurrahman Khalil'],
    ['in French dress', 'Abdul Rahman Khalil', 'Abderrahmane Khalil'],
    ['in Somali dress', 'Abdirahman Yusuf Warsame', 'Cabdiraxmaan Yuusuf Warsame'],
    ['in its own script', 'Abdul Manan Niazi', 'عبدالمنان نیازی'],
    ['the family’s Abdul behind the comma', 'MALIK, Asim Rafiq Abdul', 'Asim Rafiq Abdul Malik'],
    ['called by the second half', 'Abdul Sattar Barakzai', 'Sattar Barakzai'],
    ['al-Din written together', 'Saif al-Din Mansur', 'Saifuddin Mansour'],
    ['al-Din in Turkish', 'Necmettin Yılmaz', 'Najm al-Din Yilmaz'],
    ['Allah apart', 'Hayat Ullah Ghazi', 'Hayatullah Ghazi'],
    ['the father with and without bin', 'Ibrahim bin Khalid al-Masri', 'Ibrahim Khalid al-Masri'],
    ['a son called by fewer fathers', 'Osama bin Laden', 'Usama bin Muhammad bin Awad bin Ladin'],
    ['a kunya before the name', 'AL-ABSI, Amr', 'AL-ABSI, Abu al-Athir Amr'],
    ['titles', 'Haji Mullah Abdul Kabir Zadran', 'Abdul Kabir Zadran'],
    ['a title before a given name', 'FATTAH, Seyyed Parviz', 'Parviz Fattah'],
    ['a rank', 'Brig. Gen. Hossein Salami', 'Hossein Salami'],
    ['a cleric', 'Hojjatoleslam Ali Fallahian', 'Ali Fallahian'],
    ['a Turkish spelling', 'Mehmet Yıldız', 'Muhammad Yildiz'],
    ['an Azerbaijani spelling', 'Xədicə Məmmədova', 'Khadija Mammadova'],
    ['a Spanish spelling', 'Jalid Sheij Mohamed', 'Khalid Sheikh Mohammed'],
    ['a Somali spelling', 'Muuse Biixi Cabdi', 'Muse Bihi Abdi'],
    ['a name outside the tables in Arabic', 'كريستوفر ماكنزي', 'Christopher Mackenzie'],
    ['two given names in one word', 'محمدجواد ظریف', 'Mohammad Javad Zarif'],
    ['vowel signs and hamza', 'يُوسُف القرضاوي', 'يوسف قرضاوي'],
    ['a Hebrew name', 'בצלאל סמוטריץ', 'Bezalel Smotrich'],
    ['the mother’s family left out', 'Juan Pérez García', 'Juan Pérez'],
    ['the mother’s family alone', 'Juan Pérez García', 'Juan García'],
    ['a given name of two', 'María José Fernández', 'Maria Fernandez'],
    ['a nickname in quotes', "Viktor 'the Baker' Ivanov", 'Viktor Ivanov'],
    ['a nickname behind alias', 'Ali Hassan a.k.a. Abu Hamza', 'Ali Hassan'],
  ])('%s: %s, %s', (_, left, right) => expect(score(left, right)).toBeGreaterThanOrEqual(THRESHOLD));
});

describe('two persons', () => {
  it.each([
    ['the father of Hamza and Hamza', 'Abu Hamza al-Masri', 'Hamza al-Masri'],
    ['father and son', 'Ibrahim bin Khalid al-Masri', 'Khalid bin Ibrahim al-Masri'],
    ['a father without his own father', 'Ibrahim bin Khalid al-Masri', 'Khalid al-Masri'],
    ['the same without bin', 'AL-JANABI, Omar Idris Salman Hasan', 'AL-JANABI, Idris Salman Hasan'],
    ['sons of two fathers', 'Habib ben Mohamed Trabelsi', 'Habib ben Ahmed Trabelsi'],
    ['another name of God', 'Abdul Karim Zadran', 'Abdul Rahim Zadran'],
    ['another name instead of Abdul', 'Atiqullah Abdul Karim', 'Atiqullah Wali Karim'],
    ['given names that look alike', 'Hasan Mughniyah', 'Husayn Mughniyah'],
    ['the mother’s families', 'Juan Pérez García', 'Juan Pérez Gómez'],
    ['a nickname alone', 'Ali "Abu Hamza" Hassan', 'Abu Hamza'],
  ])('%s: %s, %s', (_, left, right) => expect(score(left, right)).toBeLessThan(THRESHOLD));
});

describe('a name that can be read in two ways', () => {
  const pairs = [
    ['Li', 'Qiang'],
    ['Ahmad', 'Hassan'],
    ['Juan', 'Santiago'],
    ['Thomas', 'Hansen'],
    ['Ali', 'Reza'],
    ['Yusuf', 'Ismail'],
    ['Kim', 'Sol'],
    ['Mehmet', 'Murat'],
  ] as const;

  it('is the same in another order, and with the sides of the comma exchanged', () =>
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.boolean(), fc.boolean(), ([one, other], left, right) => {
        const write = (first: string, second: string, comma: boolean) =>
          comma ? `${first.toUpperCase()}, ${second}` : `${first} ${second}`;
        expect(score(write(one, other, left), write(other, one, right))).toBeGreaterThanOrEqual(THRESHOLD);
        expect(score(write(one, other, left), write(one, other, right))).toBeGreaterThanOrEqual(THRESHOLD);
      }),
    ));

  it('still contradicts where one of its words is another', () => {
    for (const [one, other] of pairs) {
      expect(score(`${one} ${other}`, `${other} Vasquez`)).toBeLessThan(THRESHOLD);
      expect(score(`${one}, ${other}`, `${other}, Vasquez`)).toBeLessThan(THRESHOLD);
    }
  });
});
