/** Names of the father in Slavic languages, told by their ending in all usual romanisations. */

/** -ovich, -evych, -owicz, -avitj, -ovitch, and the few in plain -ich (Ilyich, Kuzmich). */
const MAN =
  /^[a-z]{2,}(?:[aoeiy]v|[oe]w|jev|yev|iev)(?:ich|ych|itch|itsch|icz|its|itsj|itj|yts|ytch)$|^(?:il(?:yi|i|ji|yii)tc?h|il[yj]?ich|kuzmich|fomich|lukich|nikitich|savvich|anikich)$/;
/** -ovna, -evna, -ivna, -owna, -aŭna, and the few in -ichna (Ilyinichna). */
const WOMAN =
  /^[a-z]{2,}(?:[aoeiy]v|[oe]w|[ae]u|yiv|iiv|yev|iev|jev)na$|^[a-z]{2,}(?:inichna|inishna|ichna)$/;

/** Whether a form is a man's patronymic, a woman's, or none, by its ending alone: many family names end alike. */
export function patronymicOf(form: string): 'man' | 'woman' | null {
  return MAN.test(form) ? 'man' : WOMAN.test(form) ? 'woman' : null;
}
