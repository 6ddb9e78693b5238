/** Names of people, as lists, newspapers and customers write them. */
import { describe, expect, it } from 'vitest';
import { names, parts } from './support.js';

describe('which part is which', () => {
  it.each([
    ['MISHUSTIN, Mikhail Vladimirovich', 'mishustin family · mikhail given · vladimirovich patronymic'],
    ['Mikhail Vladimirovich MISHUSTIN', 'mikhail given · vladimirovich patronymic · mishustin family'],
    ['Mishustin Mikhail Vladimirovich', 'mishustin family · mikhail given · vladimirovich patronymic'],
    ['Мишустин Михаил Владимирович', 'mishustin family · mikhail given · vladimirovich patronymic'],
    ['Roman Arkadyevich Abramovich', 'roman given · arkadyevich patronymic · abramovich family'],
    ['Abramovich Roman Arkadyevich', 'abramovich family · roman given · arkadyevich patronymic'],
    ['Roman Abramovich', 'roman given · abramovich family'],
    ['Юлія Володимирівна Тимошенко', 'yuliia given · volodymyrivna patronymic · tymoshenko family'],
    ['Aliyev Ilham Heydar oglu', 'aliyev family · ilham given · heydar patronymic · oglu particle'],
    ['ALIYEV, Ilham Heydar oglu', 'aliyev family · ilham given · heydar patronymic · oglu particle'],
    ['John Smith', 'john given · smith family'],
    ['GONZALEZ MARTINEZ, Erick', 'gonzalez family · martinez matronymic · erick given'],
    ['习近平', 'xi family · jin given · ping given'],
    ['诸葛亮明', 'zhu family · ge family · liang given · ming given'],
    ['김정은', 'kim family · jeong given · eun given'],
    ['KIM, Jong Un', 'kim family · jong given · un given'],
    ['O, Chong Ok', 'o family · chong given · ok given'],
  ])('%s', (text, expected) => expect(parts(text, 'person')).toBe(expected));
});

describe('particles', () => {
  it.each([
    ['Mohammed bin Salman', 'mohammed given · bin particle · salman family'],
    ['Abd al-Rahman al-Sharif', 'abdrahman given · al particle · sharif family'],
    ['ZIA-UR-RAHMAN', 'zia given · al particle · rahman family'],
    ['أيمن الظواهري', 'ayman given · al particle · zwahri family'],
    ['von der Leyen, Ursula', 'von particle · von particle · leyen family · ursula given'],
    ['BEN ALI, Zine', 'bin particle · ali family · zine given'],
  ])('%s', (text, expected) => expect(parts(text, 'person')).toBe(expected));

  it('a name that only looks like one stays a name', () => {
    expect(parts('Ben Netanyahu', 'person')).toBe('ben given · netanyahu family');
    expect(parts('Zhang Li Ming', 'person')).not.toContain('particle');
    expect(parts('LI, Qiang', 'person')).toBe('li family · qiang given');
    expect(parts('Al', 'person')).toBe('al word');
  });
});

describe('names of the Muslim world', () => {
  it.each([
    ['Abd al-Rahman', 'abdrahman word'],
    ['Abdul Rahman', 'abdrahman word'],
    ['Abdurrahman', 'abdrahman word'],
    ['Abdelrahmane', 'abdrahman word'],
    ['Abdirahman', 'abdrahman word'],
    ['Cabdiraxmaan', 'abdrahman word'],
    ['عبد الرحمن', 'abdrahman word'],
    ['عبدالرحمان', 'abdrahman word'],
    ['Абдул Рахман', 'abdrahman word'],
    ['Atiqullah Abdul Karim', 'atiqallah family · abdkarim given'],
    ['Abd al-Dayim Nasrullah', 'abddayim word · nasrallah word'],
    ['MALIK, Rafiq Abdul', 'abdmalik family · rafiq given · abdul particle'],
    ['Saif al-Din', 'saifaldin word'],
    ['Saifuddin', 'saifaldin word'],
    ['Sayf ad-Dine', 'saifaldin word'],
    ['Nurettin', 'nuraldin word'],
    ['نور الدين', 'nuraldin word'],
    ['Hayat Ullah', 'hayatallah word'],
    ['Ruhollah', 'ruhallah word'],
    ['Abu Hamza al-Masri', 'abuhamza given · al particle · masri family'],
    ['ابومحمد الجولاني', 'abumuhammad given · al particle · julani family'],
    ['Ziaur Rahman', 'zia given · rahman family'],
    ['HAMZA, Ali Abu', 'abuhamza family · ali given · abu particle'],
    ['Umm Sayyaf', 'ummsayyaf word'],
    ['AL-ABSI, Abu al-Athir Amr', 'al particle · absi family · abuathir nickname · amr given'],
    [
      'Ibrahim bin Khalid al-Masri',
      'ibrahim given · bin particle · khalid patronymic · al particle · masri family',
    ],
    ['Sidi ould Ahmed Salem', 'sidi given · bin particle · ahmed patronymic · salem family'],
    ['محمدجواد ظریف', 'muhammad given · jawad word · zarif family'],
  ])('%s', (text, expected) => expect(parts(text, 'person')).toBe(expected));

  it('words that only begin or end alike stay as they are', () => {
    for (const word of ['abdarraa', 'abdalov', 'borodin', 'padilla', 'martin', 'mullah', 'dina'])
      expect(names.parse(word, 'person').latin).toBe(word);
    expect(parts('Adil Abd Fari', 'person')).toContain('abd ');
    expect(parts('Alla Pugacheva', 'person')).toBe('alla given · pugacheva family');
  });

  it('Abdul left alone is no particle', () => {
    expect(parts('Sayed Abdul', 'person')).toBe('sayed family · abdul given');
    expect(parts('JASHARI, Abdul', 'person')).toBe('jashari family · abdul given');
  });
});

describe('Spanish family names', () => {
  it.each([
    ['Juan Pérez García', 'juan given · perez family · garcia matronymic'],
    ['Juan Carlos García', 'juan given · carlos word · garcia family'],
    ['MADURO MOROS, Nicolás', 'maduro family · moros matronymic · nicolas given'],
    ['Juan Pérez', 'juan given · perez family'],
  ])('%s', (text, expected) => expect(parts(text, 'person')).toBe(expected));
});

describe('nicknames', () => {
  it.each([
    ["Viktor 'the Baker' Ivanov", 'viktor given · the nickname · baker nickname · ivanov family'],
    ['Ali "Abu Hamza" Hassan', 'ali word · abuhamza nickname · hassan word'],
    ['Joaquín (El Chapo) Guzmán', 'joaquin given · al particle · chapo nickname · guzman family'],
    ['Ali Hassan a.k.a. Abu Hamza', 'ali word · hassan word · alias particle · abuhamza nickname'],
    ['Ali Hassan alias Tariq', 'ali word · hassan word · alias particle · tariq nickname'],
    ['(Tariq)', 'tariq word'],
    ["Sa'id Yusif 'Ali Abu 'Azizah", 'said given · yusif word · ali word · abuazizah family'],
    ["'Abd al-Rahman 'Ata'", 'abdrahman word · ata word'],
  ])('%s', (text, expected) => expect(parts(text, 'person')).toBe(expected));
});

describe('titles, initials, generations', () => {
  it.each([
    ['President Erdoğan', 'president honorific · erdogan word'],
    ['Dr. John Smith Jr.', 'dr honorific · john given · smith family · jr generation'],
    ['Lt. Gen. Michael Flynn', 'general honorific · michael given · flynn family'],
    ['NOORZAI, Mullah Ahmed Shah', 'noorzai family · mullah honorific · ahmed given · shah given'],
    ['الشيخ حمد', 'al particle · sheikh honorific · hamad word'],
    ['V.V. Putin', 'v initial · v initial · putin word'],
    ['JC Juncker', 'j initial · c initial · juncker word'],
    ['PRINCE, John', 'prince family · john given'],
    ['Pan Gongsheng', 'pan word · gongsheng word'],
    ['Dr', 'dr word'],
  ])('%s', (text, expected) => expect(parts(text, 'person')).toBe(expected));
});

describe('what a part knows', () => {
  it('keeps what was written and where', () => {
    const [given, , family] = names.parse('Mikhail V. MISHUSTIN', 'person').parts;
    expect(given).toMatchObject({ text: 'Mikhail', start: 0, end: 7, native: '', script: 'Latin' });
    expect(family).toMatchObject({ text: 'MISHUSTIN', form: 'mishustin', start: 11, end: 20 });
  });
  it('keeps its own script beside the Latin form', () => {
    expect(names.parse('Мишустин', 'person').parts[0]).toMatchObject({
      native: 'мишустин',
      form: 'mishustin',
    });
    expect(names.parse('习近平', 'person').parts.map(({ native }) => native)).toEqual(['习', '近', '平']);
  });
  it('quotes what was written where unseen signs and foreign letters hide a name', () => {
    const name = names.parse('Vlаdimir Pu\u200btin', 'person');
    expect(name.latin).toBe('vladimir putin');
    expect(name.parts[1]).toMatchObject({ text: 'Pu\u200btin', start: 9, end: 15 });
  });
  it('drops the English possessive', () => expect(names.parse("Putin's", 'person').latin).toBe('putin'));
  it('reads a word by the language of the whole name', () => {
    expect(names.parse('Володимир Зеленський', 'person').latin).toBe('volodymyr zelenskyi');
    expect(names.parse('Володимир', 'person').latin).toBe('volodimir');
  });
});
