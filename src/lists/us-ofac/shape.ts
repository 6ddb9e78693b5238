/** Elements that nobody knows inside an entry: each place once a file, so that a new format is heard and not shouted. */
import { issue } from '../../base/index.js';
import type { ListSink } from '../reader.js';
import type { XmlElement } from '../reading/xml.js';

/** Element name → the names its children may have. An element without a row has no children. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** A shape from rows of an element's name and its children's, separated by blanks. */
export function shapeOf(rows: Readonly<Record<string, string>>): Shape {
  return new Map(Object.entries(rows).map(([name, children]) => [name, new Set(children.split(' '))]));
}

/** Opens the check of a file's entries: every child that the shape does not know is an issue, once a place. */
export function openShapeCheck(
  shape: Shape,
  file: string,
  sink: Pick<ListSink, 'issue'>,
): (entry: XmlElement) => void {
  const told = new Set<string>();
  const check = (element: XmlElement): void => {
    if (element.children.length === 0) return;
    const known = shape.get(element.name);
    for (const child of element.children) {
      if (known?.has(child.name)) check(child);
      else tell(element.name, child);
    }
  };
  const tell = (inside: string, { name, line, text }: XmlElement): void => {
    const place = `${inside}/${name}`;
    if (told.has(place)) return;
    told.add(place);
    const what = `not known inside ${inside}; not read, here and wherever it comes again`;
    sink.issue(issue('unknown-element', { file, line, field: name, value: text.trim() }, what));
  };
  return check;
}
