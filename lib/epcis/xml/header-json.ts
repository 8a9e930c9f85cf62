import type { Json } from '../../kernel/canonical-json.ts';
import type { JsonObject } from '../epcis-event.ts';
import { extensionJson, Members } from './extension-json.ts';
import type { Prefixes } from './prefixes.ts';
import { attributeOf, childrenNamed, isStandard, type XmlElement } from './xml-element.ts';

const SBDH = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

/** What a header says: `epcisHeader` as JSON has it, and the members that JSON has beside it in the document. */
export interface HeaderJson {
  readonly header: JsonObject;
  readonly beside: JsonObject;
}

/**
 * A header (EPCIS 2.0 section 9.5 and 9.6): master data, and the Standard Business Document Header kept whole as an
 * extension, whose sender, receiver and identifier JSON names in the document itself.
 */
export function headerJson(element: XmlElement, prefixes: Prefixes): HeaderJson {
  const header = new Members();
  const beside = new Members();
  for (const child of partsOf(element)) {
    if (isStandard(child) && child.name === 'EPCISMasterData') {
      header.add('epcisMasterData', { vocabularyList: vocabularyListJson(child, prefixes) });
      continue;
    }
    header.add(prefixes.nameOf(child), extensionJson(child, prefixes));
    if (child.uri === SBDH) for (const [name, value] of addressed(child)) beside.add(name, value);
  }
  return { header: header.json, beside: beside.json };
}

/** What stands in a header, and in the wrappers of version 1.2 in it. */
const partsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    isStandard(child) && child.name === 'extension' ? partsOf(child) : [child],
  );

const BESIDE = {
  sender: ['Sender', 'Identifier'],
  receiver: ['Receiver', 'Identifier'],
  instanceIdentifier: ['DocumentIdentification', 'InstanceIdentifier'],
} as const;

function addressed(sbdh: XmlElement): readonly (readonly [string, string])[] {
  return Object.entries(BESIDE).flatMap(([member, path]) => {
    let at: XmlElement | undefined = sbdh;
    for (const name of path) at = at?.children.find((child) => child.name === name && child.uri === SBDH);
    const text = at?.text.trim();
    return text ? [[member, text] as const] : [];
  });
}

/** The vocabularies in a `VocabularyList`, or in what holds one. */
export function vocabularyListJson(element: XmlElement, prefixes: Prefixes): Json {
  const lists = element.name === 'VocabularyList' ? [element] : childrenNamed(element, 'VocabularyList');
  return lists
    .flatMap((list) => childrenNamed(list, 'Vocabulary'))
    .map((vocabulary) => ({
      type: attributeOf(vocabulary, 'type') ?? '',
      vocabularyElementList: childrenNamed(vocabulary, 'VocabularyElementList')
        .flatMap((list) => childrenNamed(list, 'VocabularyElement'))
        .map((item) => vocabularyElementJson(item, prefixes)),
    }));
}

function vocabularyElementJson(element: XmlElement, prefixes: Prefixes): Json {
  const children = childrenNamed(element, 'children').flatMap((list) => childrenNamed(list, 'id'));
  const attributes = childrenNamed(element, 'attribute').map((attribute) => ({
    id: attributeOf(attribute, 'id') ?? '',
    attribute: extensionJson(withoutId(attribute), prefixes),
  }));
  return {
    id: attributeOf(element, 'id') ?? '',
    ...(attributes.length > 0 && { attributes }),
    ...(children.length > 0 && { children: children.map(({ text }) => text.trim()) }),
  };
}

const withoutId = (element: XmlElement): XmlElement => ({
  ...element,
  attributes: element.attributes.filter(({ name, uri }) => name !== 'id' || uri !== ''),
});
