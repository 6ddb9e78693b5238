/** One sentence per feature, for explanations and the API; a test holds each equal to the first of its docstring. */

/** Feature name → what it says. */
export const FEATURE_SENTENCES: Readonly<Record<string, string>> = {
  name: "Names agree when their parts are one another's: the base to which all else is added or taken away.",
  commonness: 'Agreement on rare parts says more than agreement on common ones.',
  'name-spelling': 'Parts that are spelled otherwise count for less, the more their spellings differ.',
  'name-conflict':
    'Parts that stand in one place of the name and are not the same word contradict: another given name, another town.',
  'name-left-over':
    'Parts that only one name has count against it by their type: a patronymic little, a distinctive word much.',
  'name-floor':
    'However much two names differ, they count no more against other evidence than this: the rest is given back.',
  'name-order':
    'Parts in another order count a little against it, unless family and given names have merely changed places.',
  'weak-alias': 'A weak alias that is equal to the letter is enough to be seen, and never more.',
  identifier:
    'An identifier that both parties give is the strongest sign that they are one, if it is valid and unique.',
  'identifier-other': 'Two unlike numbers of a type of which a party has only one speak for two parties.',
  'birth-date':
    'Birth dates agree as closely as both are known, and contradict the more, the further apart they lie.',
  gender: 'Gender contradicts strongly when both are known and differ, and hardly supports when equal.',
  country:
    'A shared country supports a little; countries known on both sides with none shared contradict a little.',
  kind: 'Parties of unlike kinds contradict: a person is no company, and neither is a vessel.',
  address:
    'The same street and house support, the same city supports a little; another address says nothing.',
  flag: "A vessel's flag supports when equal and says nothing when not, since flags change.",
  'vessel-type':
    "A vessel's type supports a little when equal and says nothing when not, since lists name types differently.",
  built: 'The year a vessel was built never changes: equal years support, years over one apart contradict.',
  bound: 'Scores stay between 0.0001 and 0.9999; what goes beyond is taken back here.',
};
