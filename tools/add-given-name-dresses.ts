/**
 * Completes data/names/equivalents.csv: the East Slavic given names below as Europe's languages dress them
 * (bench/support/dresses.ts): Igoras, Sergejus, Vlagyimir, Hienadz. A form that stands in another row already is left out. Same input, same bytes.
 *
 *   node --import tsx tools/add-given-name-dresses.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { BELARUSIAN, type Dress, RUSSIAN, UKRAINIAN } from '../bench/support/dresses.js';

/** Russian, Ukrainian, Belarusian; "-" where a language has none of its own. */
const NAMES = `
Александр Олександр Аляксандр|Александра Олександра Аляксандра|Алексей Олексій Аляксей|Анатолий Анатолій Анатоль
Андрей Андрій Андрэй|Анна Ганна Ганна|Антон Антон Антон|Аркадий Аркадій Аркадзь|Артем Артем Арцём|Борис Борис Барыс
Богдан Богдан Багдан|Вадим Вадим Вадзім|Валентин Валентин Валянцін|Валентина Валентина Валянціна|Валерий Валерій Валерый
Василий Василь Васіль|Виктор Віктор Віктар|Виктория Вікторія Вікторыя|Виталий Віталій Віталь|Владимир Володимир Уладзімір
Владислав Владислав Уладзіслаў|Всеволод Всеволод Усевалад|Вячеслав В'ячеслав Вячаслаў|Галина Галина Галіна
Геннадий Геннадій Генадзь|Георгий Георгій Георгій|Глеб Гліб Глеб|Григорий Григорій Рыгор|Даниил Данило Даніла
Дарья Дарія Дар'я|Денис Денис Дзяніс|Дмитрий Дмитро Дзмітрый|Евгений Євген Яўген|Евгения Євгенія Яўгенія
Екатерина Катерина Кацярына|Елена Олена Алена|Елизавета Єлизавета Лізавета|Иван Іван Іван|Игнат Гнат Ігнат
Игорь Ігор Ігар|Илья Ілля Ілля|Ирина Ірина Ірына|Кирилл Кирило Кірыл|Константин Костянтин Канстанцін
Ксения Ксенія Ксенія|Лариса Лариса Ларыса|Леонид Леонід Леанід|Лидия Лідія Лідзія|Любовь Любов Любоў
Людмила Людмила Людміла|Максим Максим Максім|Маргарита Маргарита Маргарыта|Мария Марія Марыя|Марина Марина Марына
Матвей Матвій Мацвей|Михаил Михайло Міхаіл|Надежда Надія Надзея|Наталья Наталія Наталля|Никита Микита Мікіта
Николай Микола Мікалай|Оксана Оксана Аксана|Олег Олег Алег|Ольга Ольга Вольга|Павел Павло Павел|Петр Петро Пётр
Роман Роман Раман|Руслан Руслан Руслан|Семен Семен Сямён|Сергей Сергій Сяргей|Светлана Світлана Святлана
София Софія Сафія|Станислав Станіслав Станіслаў|Степан Степан Сцяпан|Тарас Тарас Тарас|Татьяна Тетяна Таццяна
Тимофей Тимофій Цімафей|Тимур Тимур Цімур|Федор Федір Фёдар|Филипп Пилип Піліп|Эдуард Едуард Эдуард|Юлия Юлія Юлія
Юрий Юрій Юрый|Яков Яків Якаў|Ярослав Ярослав Яраслаў|Ян Ян Ян|Зоя Зоя Зоя|Жанна Жанна Жанна|Захар Захар Захар
Макар Макар Макар|Марк Марко Марк|Мирон Мирон Мірон|Мстислав Мстислав Мсціслаў|Ростислав Ростислав Расціслаў
Святослав Святослав Святаслаў|Эльвира Ельвіра Эльвіра|Юлиан Юліан Юльян|Яна Яна Яна|Степанида Степанида Сцепаніда`;

const file = new URL('../data/names/equivalents.csv', import.meta.url);
const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
const table = rows.map((line) => line.split(','));
const rowOf = new Map<string, number[]>();
for (const [at, cells] of table.entries())
  for (const form of `${cells[1]} ${cells[2]} ${cells[3]}`.split(' '))
    if (form !== '') rowOf.set(form, [...(rowOf.get(form) ?? []), at]);

const unknown: string[] = [];
for (const name of NAMES.trim().split(/[|\n]/)) {
  const [ru = '', uk = '', be = ''] = name.split(' ');
  const english = (RUSSIAN[0] as Dress).write(ru);
  const at = (rowOf.get(english) ?? [])[0];
  if (at === undefined) {
    unknown.push(english);
    continue;
  }
  const cells = table[at] as string[];
  const spellings = (cells[1] as string).split(' ');
  for (const [word, dresses] of [
    [ru, RUSSIAN],
    [uk, UKRAINIAN],
    [be, BELARUSIAN],
  ] as const)
    for (const { write } of dresses) {
      const form = write(word)
        .normalize('NFD')
        .replace(/[^a-z]/g, '');
      if (rowOf.has(form) || form.length < 3) continue;
      spellings.push(form);
      rowOf.set(form, [at]);
    }
  cells[1] = spellings.join(' ');
}
writeFileSync(file, `${[head, ...table.map((cells) => cells.join(','))].join('\n')}\n`);
console.log(unknown.length === 0 ? 'every name has its row' : `no row for: ${unknown.join(' ')}`);
