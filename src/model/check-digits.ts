/**
 * What numbers say of themselves: the check digits that registers and standards give them, or only their form where
 * they carry none. Values are capitals and digits without signs between them, as `readIdentifier` writes them.
 */

/** Whether seven digits carry the check digit of an IMO ship number (IMO Resolution A.1117(30)). */
export function isImo(value: string): boolean {
  return /^\d{7}$/.test(value) && weighted(value, [7, 6, 5, 4, 3, 2]) % 10 === Number(value[6]);
}

/**
 * Whether seven digits carry the check digit of an IMO company number, which lists give for owners and managers of
 * ships (scheme: MSC.160(78); the weights hold for all sixteen company numbers of the UN list of 2026).
 */
export function isImoCompany(value: string): boolean {
  if (!/^\d{7}$/.test(value)) return false;
  return (11 - (weighted(value, [8, 6, 4, 2, 9, 7]) % 11)) % 10 === Number(value[6]);
}

/** Maritime mobile identity of a ship, ITU-R M.585: nine digits that begin with the three of a state, 201 to 775. */
export function isMmsi(value: string): boolean {
  return /^[2-7]\d{8}$/.test(value) && value.slice(0, 3) >= '201' && value.slice(0, 3) <= '775';
}

/** Russian taxpayer number: 10 digits for companies, 12 for people (Order of the Federal Tax Service ED-7-14/559). */
export function isInn(value: string): boolean {
  if (/^0+$/.test(value)) return false;
  if (/^\d{10}$/.test(value)) return modulo11(value, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[9]);
  if (!/^\d{12}$/.test(value)) return false;
  return (
    modulo11(value, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[10]) &&
    modulo11(value, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[11])
  );
}

/** Russian state registration number: OGRN of 13 digits, OGRNIP of 15; the last digit is the rest modulo 11 or 13. */
export function isOgrn(value: string): boolean {
  if (/^[1-9]\d{12}$/.test(value)) return Number(BigInt(value.slice(0, 12)) % 11n) % 10 === Number(value[12]);
  if (/^[34]\d{14}$/.test(value)) return Number(BigInt(value.slice(0, 14)) % 13n) % 10 === Number(value[14]);
  return false;
}

/** Russian code of the reason of registration: tax office, reason, running number; it has no check digit. */
export function isKpp(value: string): boolean {
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(value);
}

/** Russian pension insurance number, eleven digits; weights 9 to 1, modulo 101 (Pension Fund Resolution 192p). */
export function isSnils(value: string): boolean {
  if (!/^\d{11}$/.test(value) || /^0+$/.test(value)) return false;
  return (weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(value.slice(9));
}

/** Ukrainian register code of a legal entity (EDRPOU), eight digits; its weights turn between 30 and 60 million. */
export function isEdrpou(value: string): boolean {
  if (!/^\d{8}$/.test(value) || /^0+$/.test(value)) return false;
  const middle = value > '30000000' && value < '60000000';
  const weights = middle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weighted(value, weights) % 11;
  const rest =
    first < 10
      ? first
      : weighted(
          value,
          weights.map((weight) => weight + 2),
        ) % 11;
  return rest % 10 === Number(value[7]);
}

/** Ukrainian tax number of a person (RNOKPP), ten digits: days since 1899, a running number, a check digit. */
export function isRnokpp(value: string): boolean {
  if (!/^\d{10}$/.test(value) || /^0+$/.test(value)) return false;
  const sum = weighted(value, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return (((sum % 11) + 11) % 11) % 10 === Number(value[9]);
}

/** Belarusian payer's number (UNP) of a company, nine digits; a rest of 10 is never given out (Tax Ministry). */
export function isUnp(value: string): boolean {
  return (
    /^[1-9]\d{8}$/.test(value) && weighted(value, [29, 23, 19, 17, 13, 7, 5, 3]) % 11 === Number(value[8])
  );
}

/** Kazakh identity number, of a company (BIN) or a person (IIN): twelve digits, a second row of weights after a 10. */
export function isKazakhNumber(value: string): boolean {
  if (!/^\d{12}$/.test(value) || /^0+$/.test(value)) return false;
  const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const rest = first < 10 ? first : weighted(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return rest === Number(value[11]);
}

/** Legal Entity Identifier, ISO 17442: 20 characters, ISO 7064 modulo 97-10. */
export function isLei(value: string): boolean {
  return /^[A-Z0-9]{18}\d{2}$/.test(value) && modulo97(value) === 1;
}

/** Business Identifier Code, ISO 9362: form only, it carries no check digit. */
export function isBic(value: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(value);
}

/** International bank account number, ISO 13616: country, two check digits, account; modulo 97 once turned round. */
export function isIban(value: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value) && modulo97(value.slice(4) + value.slice(0, 4)) === 1;
}

/** ISIN, ISO 6166: letters as two digits, then Luhn. */
export function isIsin(value: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(value)) return false;
  const digits = [...value].map((sign) => Number.parseInt(sign, 36).toString()).join('');
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Chinese unified social credit code, GB 32100-2015: 18 signs without I, O, S, V, Z; powers of 3, modulo 31. */
export function isUscc(value: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(value)) return false;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at += 1) {
    sum += weight * signs.indexOf(value[at]!);
    weight = (weight * 3) % 31;
  }
  return signs[(31 - (sum % 31)) % 31] === value[17];
}

/** D-U-N-S, nine digits. Dun & Bradstreet gave up its check digit in 2006. */
export function isDuns(value: string): boolean {
  return /^\d{9}$/.test(value);
}

/** US employer number, nine digits whose first two the tax office has given out (IRS, "How EINs are assigned"). */
export function isEin(value: string): boolean {
  return /^(?:0[1-6]|1[0-6]|2[0-7]|3\d|4[0-8]|5\d|6[0-8]|7[1-7]|8[0-8]|9[0-589])\d{7}$/.test(value);
}

/** US social security number, nine digits; 000, 666 and 9xx, 00 and 0000 are never given out (SSA, 2011). */
export function isSsn(value: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(value);
}

/** UK company number: eight digits, or a prefix of the register's and six (Companies House). */
export function isUkCompany(value: string): boolean {
  return /^(?:\d{8}|(?:SC|NI|OC|SO|NC|FC|SF|NF|LP|SL|NL|GE|IP|SP|RC|R0|IC|SI|NP|NO|CE|CS|PC|RS|OE)\d{6})$/.test(
    value,
  );
}

/** Russian passport: series of four and number of six digits, or two and seven for abroad; no check digit. */
export function isRussianPassport(value: string): boolean {
  return /^\d{9,10}$/.test(value);
}

function weighted(value: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
}

function modulo11(value: string, weights: readonly number[]): number {
  return (weighted(value, weights) % 11) % 10;
}

function modulo97(value: string): number {
  let rest = 0;
  for (const sign of value) {
    const digits = Number.parseInt(sign, 36);
    rest = (digits > 9 ? rest * 100 + digits : rest * 10 + digits) % 97;
  }
  return rest;
}
