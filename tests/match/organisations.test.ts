/** Organisations and ships: legal forms, sister companies, numbers, acronyms, words of many languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areNear } from '../../src/match/numbers.js';
import { matcher, names, scoreNames } from './support.js';

const THRESHOLD = 0.7;
const score = (left: string, right: string) => scoreNames('Company', left, right);

describe('one organisation under two names', () => {
  it.each([
    ['the form written out', 'Deutsche Bank AG', 'Deutsche Bank Aktiengesellschaft'],
    ['the form translated', 'Kalina LLC', 'ООО Калина'],
    ['a form of one country for the English one', 'Meridian Verlag GmbH', 'Meridian Verlag LLC'],
    ['open joint-stock companies became public ones', 'Kalina OAO', 'Kalina PAO'],
    ['a form with a slip in it', 'OOO Velora', 'Obschchestvo s ogranichennoi otvetstvennostiu Velora'],
    ['the acronym in brackets', 'Korea Kwangson Banking Corporation (KKBC)', 'KKBC'],
    ['the acronym in brackets left out', 'Northern Pipe Works (NPW)', 'Northern Pipe Works'],
    ['an abbreviation in brackets left out', 'Rosoboronexport (ROE)', 'Rosoboronexport'],
    ['an acronym of four letters', 'IRGC', 'Islamic Revolutionary Guard Corps'],
    ['the acronym in its own letters', 'Комитет государственной безопасности (КГБ)', 'KGB'],
    ['a military unit', 'Military Unit 26165', 'Войсковая часть 26165'],
    ['a military unit, abbreviated', 'Military Unit 26165', 'в/ч 26165'],
    ['a Roman number', 'Harbour Fund V', 'Harbour Fund 5'],
    ['an ordinal', 'First Harbour Bank', '1st Harbour Bank'],
    ['an ordinal of another language', '1-й Литейный Завод', 'First Foundry Plant'],
    ['a number as a word', 'Three Percenters', '3 Percenters'],
    ['a sign for a number', 'Arsenal No. 5', 'Arsenal №5'],
    ['another order', 'Bank of China', 'China Bank'],
    ['its seat', 'Sberbank', 'Sberbank of Russia'],
    ['a part of the world', 'Faberlic', 'Faberlic Europe'],
    ['a Chinese firm', '北京天元科技有限公司', 'Beijing Tianyuan Technology Co., Ltd.'],
    ['a Chinese firm in pinyin', '上海华信贸易有限公司', 'Shanghai Huaxin Maoyi Youxian Gongsi'],
    ['a Turkish firm', 'Yildiz Sanayi ve Ticaret A.Ş.', 'Yildiz A.S.'],
    ['a Persian firm', 'Sherkat Sanat Novin', 'Sanat Novin Company'],
    ['words cut short', 'Baltic Mfg Co', 'Baltic Manufacturing Company'],
    ['a Russian plant', 'Velorskiy Mashinostroitelnyy Zavod', 'Velorskiy Machine Building Plant'],
    ['Russian science', 'NPP Kvantor', 'Scientific and Production Enterprise Kvantor'],
  ])('%s: %s is %s', (_, left, right) => expect(score(left, right)).toBeGreaterThanOrEqual(THRESHOLD));
});

describe('organisations that are another legal person', () => {
  it.each([
    ['shares or none', 'Meridian AG', 'Meridian GmbH'],
    ['shares or none, in Russia', 'Kalina OOO', 'Kalina AO'],
    ['not for profit', 'ANO Kalina', 'OOO Kalina'],
    ['of Belgium and of the Netherlands', 'Verhaegen B.V.B.A.', 'Verhaegen B.V.'],
    ['a subsidiary in a country', 'Banco Santander', 'Banco Santander Chile'],
    ['a subsidiary with its country in brackets', 'Gazprombank (Switzerland) Ltd', 'Gazprombank'],
    ['a subsidiary of another business', 'Rosneft', 'Rosneft Trading'],
    ['two banks of one country', 'Bank of China', 'China Construction Bank'],
    ['another unit', 'Military Unit 26165', 'Military Unit 74455'],
    ['a number where nothing else is proper', 'Management Company 23', 'Management Company'],
    ['letters of a legal form', 'NSCL', 'Nevada Spirit Company Limited'],
    ['another fund of a row', 'Harbour Fund I', 'Harbour Fund III'],
  ])('%s: %s is not %s', (_, left, right) => expect(score(left, right)).toBeLessThan(THRESHOLD));

  it.each([
    ['a form left out costs less than another kind', 'Kalina AG', 'Kalina', 'Kalina GmbH'],
    ['a translated form less than another kind', 'Kalina LLC', 'Kalina GmbH', 'Kalina e.V.'],
    ['a number one step away less than any number', 'Unit 26165', 'Unit 26166', 'Unit 74455'],
    ['two digits exchanged less than any number', 'Unit 26165', 'Unit 26156', 'Unit 74455'],
    ['a city less than a country', 'Velora', 'Velora Berlin', 'Velora Germany'],
  ])('%s', (_, name, near, far) => expect(score(name, near)).toBeGreaterThan(score(name, far)));
});

describe('the explanation', () => {
  const typesOf = (left: string, right: string) =>
    matcher
      .compareNames(names.parse(left, 'organization'), names.parse(right, 'organization'))
      .parts.map(({ left: one, right: other, type }) => `${one ?? '-'} / ${other ?? '-'}: ${type}`);
  it('names an acronym and the words it stands for', () =>
    expect(typesOf('Northern Pipe Works (NPW)', 'NPW')).toEqual(['northern pipe works npw / npw: acronym']));
  it('names the country that one name adds', () =>
    expect(typesOf('Velora', 'Velora Chile')).toEqual(['velora / velora: word', '- / chile: country']));
});

describe('ships', () => {
  it.each([
    ['SEASTAR', 'SEA STAR'],
    ['M/T Arctic 5', 'MT ARCTIC 5'],
    ['M.V. Lady Leila', 'Lady Leila'],
  ])('%s is %s', (left, right) =>
    expect(scoreNames('Vessel', left, right)).toBeGreaterThanOrEqual(THRESHOLD),
  );
  it('ships of one fleet a number apart are seen, since a digit is soon mistaken; others are not', () => {
    const near = scoreNames('Vessel', 'SNOW STORM 1', 'SNOW STORM 2');
    expect(near).toBeGreaterThanOrEqual(THRESHOLD);
    expect(near).toBeLessThan(0.9);
    expect(scoreNames('Vessel', 'SNOW STORM 1', 'SNOW STORM 7')).toBeLessThan(THRESHOLD);
  });
});

describe('numbers that are near', () => {
  it.each([
    ['3', '4', true],
    ['9', '10', true],
    ['5', '7', false],
    ['26165', '26166', true],
    ['26165', '26156', true],
    ['26165', '2165', true],
    ['26165', '74455', false],
    ['26165', '26199', false],
    ['100', '9', false],
  ])('%s, %s: %s', (one, other, near) => expect(areNear(one, other)).toBe(near));

  const digits = fc.integer({ min: 0, max: 999_999 }).map(String);
  it('are so from either side, and no number is near itself', () =>
    fc.assert(
      fc.property(
        digits,
        digits,
        (one, other) => one === other || areNear(one, other) === areNear(other, one),
      ),
    ));
  it('are those of three digits and more with any one digit changed', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999 }), fc.nat(), fc.nat(9), (number, place, digit) => {
        const text = String(number);
        const at = 1 + (place % (text.length - 1));
        const changed = text.slice(0, at) + digit + text.slice(at + 1);
        return changed === text || areNear(text, changed);
      }),
    ));
});
