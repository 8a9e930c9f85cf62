import type { XmlAttribute, XmlElement } from './xml-element.ts';

interface Open {
  readonly prefix: string;
  readonly uri: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
}

/** Builds one element with everything in it, tag by tag. */
export class TreeBuilder {
  readonly #open: Open[] = [];

  openTag({ prefix, uri, name, attributes }: Omit<XmlElement, 'children' | 'text'>): void {
    this.#open.push({ prefix, uri, name, attributes, children: [], text: '' });
  }

  addText(text: string): void {
    const open = this.#open.at(-1);
    if (open) open.text += text;
  }

  /** The element, once it is whole. */
  closeTag(): XmlElement | undefined {
    const closed = this.#open.pop();
    if (!closed) return undefined;
    const parent = this.#open.at(-1);
    if (!parent) return closed;
    parent.children.push(closed);
    return undefined;
  }
}
