/** The door of rules: checks and lookups that are a table and a function. Each rule has a folder and a door of its own. */
export { type Measure, type Measures, openMeasures } from './measures/index.js';
export {
  checkTerritory,
  openTerritories,
  TERRITORY_TABLES,
  type Territories,
  type TerritorySubject,
} from './territory/index.js';
