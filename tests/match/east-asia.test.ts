/** Names of East and Southeast Asia: one name in several systems of spelling, and names that only look alike. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { names, scoreNames } from './support.js';

const THRESHOLD = 0.7;
const score = (left: string, right: string) => scoreNames('Person', left, right);

describe('one name in two systems of spelling is found', () => {
  it.each([
    ['Mao Tse-tung', 'Mao Zedong'],
    ['Mao Tsetung', 'Mao Ze Dong'],
    ['Chiang Kai-shek', 'Jiang Jieshi'],
    ["Teng Hsiao-p'ing", 'Deng Xiaoping'],
    ['Teng Hsiao-ping', 'Deng Xiaoping'],
    ['Chou En-lai', 'Zhou Enlai'],
    ['Chang Wei', 'Zhang Wei'],
    ['Hsu Wei', 'Xu Wei'],
    ['Eric Chang', 'Eric Zhang'],
    ['Cheung Wai Ming', 'Zhang Weiming'],
    ['Wong Chi Ming', 'Huang Zhiming'],
    ['Wong Chi Ming', 'Wang Zhiming'],
    ['Lee Kuan Yew', 'Li Guangyao'],
    ['Goh Chok Tong', 'Wu Zuodong'],
    ['Tsai Ing-wen', 'Cai Yingwen'],
    ['Sun Yat-sen', 'Sun Yixian'],
    ['Ou Yang Ming', 'Ouyang Ming'],
    ["Szu-ma Ch'ien", 'Sima Qian'],
    ['Qian Sima', "Szu-ma Ch'ien"],
    ['毛泽东', 'Mao Tse-tung'],
    ['蔣介石', 'Chiang Kai-shek'],
    ['習近平', '习近平'],
    ['毛沢東', '毛泽东'],
    ['Kim Chong-un', 'Kim Jong Un'],
    ['Kim Jeong-eun', 'Kim Chong-un'],
    ['김정은', 'Kim Chong-un'],
    ['金正恩', 'Kim Jong Un'],
    ['朴槿惠', 'Park Geun-hye'],
    ['Ri Yong-ho', 'Lee Yong-ho'],
    ['Yi Yong-ho', 'Rhee Yong-ho'],
    ['Pak Pong-ju', 'Park Bong-ju'],
    ["CH'OE, Ryong-hae", 'Choi Ryong Hae'],
    ['Kim Yong-chol', 'Kim Young-chul'],
    ['Roh Moo-hyun', 'No Mu-hyon'],
    ['CHO, Il-U', 'CHO, Il Woo'],
    ['Kang Phyong Guk', "Kang P'yo'ng-kuk"],
    ['Pak Jin Hek', "Pak Ch'in Hek"],
    ['Abe Sinzo', 'Shinzō Abe'],
    ['しんぞう あべ', 'Abe Sinzo'],
    ['Yoko Ohno', 'Yōko Ōno'],
    ['Zyunitiro Koizumi', 'Junichiro Koizumi'],
    ['Nguyễn Văn Minh', 'Minh Nguyen Van'],
    ['Ly Thi Quy', 'Li Thi Qui'],
    ['Tun Tun Naung', 'Htun Htun Naung'],
    ['Khin Maung Swe', 'U Khin Mg Swe'],
    ['Daw Khin Thiri', 'Khin Thiri'],
    ['Aung San Su Kyi', 'Aung Sann Suu Kyi'],
    ['Soeharto', 'Suharto'],
    ['Tjipto Mangoenkoesoemo', 'Cipto Mangunkusumo'],
  ])('%s, %s', (left, right) => expect(score(left, right)).toBeGreaterThanOrEqual(THRESHOLD));
});

describe('other syllables are another person', () => {
  it.each([
    ['Kim Jong Un', 'Kim Jong Nam'],
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Kim Yong-chol', 'Kim Yong-nam'],
    ['Kim Chol', 'Kim Chong'],
    ['Li Qiang', 'Li Keqiang'],
    ['Wang Yi', 'Wang Yang'],
    ['Wang Wei', 'Huang Wei'],
    ['Zhang Wei', 'Zhang Hui'],
    ['Zhang Min', 'Zhang Ming'],
    ['Li Ying', 'Li Jing'],
    ['Li Na', 'Li Nan'],
    ['Gao Yan', 'Gao Yanni'],
    ['Tran Van Hung', 'Tran Van Hong'],
    ['王军', 'Wang Chun'],
  ])('%s, %s', (left, right) => expect(score(left, right)).toBeLessThan(THRESHOLD));

  it.each([
    ['a given name of another length', 'Kim Chol', 'Kim Yong Chol'],
    ['syllables in another order', 'Kim Su Gil', 'Kim Gil Su'],
    ['pinyin that could be Wade-Giles', 'Li Chang', 'Li Zhang'],
    ['pinyin that could be Korean', 'Wang Jun', 'Wang Chun'],
    ['Korean that could be Hokkien', 'Kim Yong Bok', 'Kim Yong Mu'],
  ])('%s: %s, %s', (_, left, right) => expect(score(left, right)).toBeLessThan(THRESHOLD));
});

describe('what stays as it was', () => {
  it.each([
    ['a slip in a long name', 'Xi Jinping', 'Xi Jinpng'],
    ['neighbours swapped in a long name', 'Deng Xaioping', 'Deng Xiaoping'],
    ['an equal part that stands twice', 'Chang Chang Ha', 'Chang Chang Ha'],
    ['a title between two equal parts', 'Hlaing, Ko Ko', 'Hlaing, U Ko Ko'],
    ['a middle name from elsewhere left out', 'Chang, Tony Wen-fu', 'Chang Wen-fu'],
    ['two spellings of a name that is no syllables', 'Lim Anna', 'Lim Ana'],
  ])('%s: %s, %s', (_, left, right) => expect(score(left, right)).toBeGreaterThanOrEqual(THRESHOLD));

  it('names that read alike score less than names that are equal', () => {
    expect(score('Mao Tse-tung', 'Mao Zedong')).toBeLessThan(score('Mao Zedong', 'Mao Zedong'));
    expect(score('Wong Chi Ming', 'Huang Zhiming')).toBeLessThan(score('Mao Tse-tung', 'Mao Zedong'));
  });
});

const SYLLABLES =
  'mao tse tung zedong wong huang wang chi ming zhiming kim chong jong jeong un eun lee ri yi tony nguyen van minh abe sinzo shinzo u 毛 东 김 은'.split(
    ' ',
  );
const syllableName = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

describe('what holds for all of them', () => {
  it('the score is the same from either side', () =>
    fc.assert(
      fc.property(syllableName, syllableName, (left, right) => score(left, right) === score(right, left)),
    ));

  it('no name scores higher with another than with itself', () =>
    fc.assert(
      fc.property(syllableName, syllableName, (left, right) => score(left, right) <= score(left, left)),
    ));

  it('a part has no reading twice, and few', () =>
    fc.assert(
      fc.property(syllableName, (text) => {
        for (const { readings } of names.parse(text, 'person').parts) {
          expect(new Set(readings.map((reading) => reading >>> 2)).size).toBe(readings.length);
          expect(readings).toEqual([...readings].sort((a, b) => a - b));
          expect(readings.length).toBeLessThan(49);
        }
      }),
    ));
});
