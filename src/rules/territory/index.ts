/** The door of the territory check. */
export { openTerritories, TERRITORY_TABLES, type Territories } from './table.js';
export { checkTerritory, type TerritorySubject } from './territory.js';
