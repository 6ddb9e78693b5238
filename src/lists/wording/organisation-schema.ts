/** Whether an organisation is a company: by a legal form in its name, or by a property that only companies have. */
import { type DataTables, dataTable, readDataTable } from '../../base/index.js';
import type { Properties } from '../../model/index.js';

/** The table of words that make a name a company's, under `data/`. */
export const COMPANY_FORMS_TABLE = 'lists/company-forms.csv';

/** Properties that the FollowTheMoney model gives to Company and not to Organization. */
const COMPANY_ONLY: readonly string[] = ['isinCode', 'ticker', 'bikCode', 'kppCode'];
/** Numbers that registers of companies give. */
const COMPANY_NUMBERS: readonly string[] = ['ogrnCode', 'leiCode', 'dunsCode'];

/** `Company` where the name or a number says so, else `Organization`. */
export type OrganisationSchema = (properties: Properties) => 'Company' | 'Organization';

/** Opens the table. @throws CordonError `table-invalid` */
export function openOrganisationSchema(tables: DataTables): OrganisationSchema {
  const rows = readDataTable(dataTable(tables, COMPANY_FORMS_TABLE), COMPANY_FORMS_TABLE, ['form', 'source']);
  const forms = new Set(rows.map(({ cells }) => cells.form.toUpperCase()));
  const saysCompany = (name: string) =>
    name
      .toUpperCase()
      .split(/[\s,()‘’“”"«»]+/)
      .some((word) => forms.has(word));
  return (properties) => {
    if ([...COMPANY_ONLY, ...COMPANY_NUMBERS].some((property) => property in properties)) return 'Company';
    if ('legalForm' in properties && /company|enterprise/i.test(properties.legalForm!.join(' ')))
      return 'Company';
    return (properties.name ?? []).some(saysCompany) ? 'Company' : 'Organization';
  };
}
