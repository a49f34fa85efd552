/**
 * Goes through the tree of a letter and puts values in the place of fields. What holds no field and no condition comes out as the
 * object it was; what is left without words, an item whose only sentence was for others, goes.
 */
import type {
  Block,
  Condition,
  DefinitionItem,
  Edition,
  Footnote,
  Inline,
  ListItem,
  PictureRow,
  TableCell,
} from '../../content/edition.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';

/** Says what stands in the place of a field, and whether what is behind a condition is printed. */
export interface Filler {
  fill(name: string, span: SourceSpan): readonly Inline[];
  holds(condition: Condition, span: SourceSpan): boolean;
}

/** The texts of an edition, each the same object where no field is in it. */
export function mergeEditionTexts(
  edition: Edition,
  filler: Filler,
): Pick<Edition, 'inline' | 'body' | 'footnotes'> {
  const inline = new Map<string, readonly Inline[]>();
  for (const [path, inlines] of edition.inline) inline.set(path, mergeInlines(inlines, filler));
  const body = mergeBlocks(edition.body, filler);
  const footnotes = edition.footnotes.map((note): Footnote => {
    const children = mergeBlocks(note.children, filler);
    return children === note.children ? note : { ...note, children };
  });
  return { inline, body, footnotes };
}

export function mergeBlocks(blocks: readonly Block[], filler: Filler): readonly Block[] {
  return mapped(blocks, (block) => {
    if (block.when?.some((condition) => !filler.holds(condition, block.span))) return [];
    const merged = mergeBlock(block, filler);
    if (merged === undefined) return [];
    return [merged.when ? withoutCondition(merged) : merged];
  });
}

function withoutCondition({ when: _, ...block }: Block): Block {
  return block as Block;
}

/** The block for a recipient; undefined when nothing of it is left. */
function mergeBlock(block: Block, filler: Filler): Block | undefined {
  switch (block.type) {
    case 'heading':
    case 'paragraph': {
      const children = mergeInlines(block.children, filler);
      if (children === block.children) return block;
      return saysNothing(children) ? undefined : { ...block, children };
    }
    case 'quote': {
      const children = mergeBlocks(block.children, filler);
      if (children === block.children) return block;
      return children.length === 0 ? undefined : { ...block, children };
    }
    case 'list': {
      const items = mapped(block.items, (item): readonly ListItem[] => {
        const children = mergeBlocks(item.children, filler);
        if (children === item.children) return [item];
        return children.length === 0 ? [] : [{ ...item, children }];
      });
      if (items === block.items) return block;
      return items.length === 0 ? undefined : { ...block, items };
    }
    case 'definition-list': {
      const items = mapped(block.items, (item) => [mergeDefinition(item, filler)]);
      return items === block.items ? block : { ...block, items };
    }
    case 'table': {
      const row = (cells: readonly TableCell[]) => mapped(cells, (cell) => [mergeCell(cell, filler)]);
      const header = row(block.header);
      const rows = mapped(block.rows, (cells) => [row(cells)]);
      return header === block.header && rows === block.rows ? block : { ...block, header, rows };
    }
    case 'figure': {
      const rows = mapped(block.rows, (row) => [mergePictures(row, filler)]);
      return rows === block.rows ? block : { ...block, rows };
    }
    case 'code':
    case 'rule':
      return block;
  }
}

function mergeDefinition(item: DefinitionItem, filler: Filler): DefinitionItem {
  const term = mergeInlines(item.term, filler);
  const definitions = mapped(item.definitions, (blocks) => [mergeBlocks(blocks, filler)]);
  return term === item.term && definitions === item.definitions ? item : { ...item, term, definitions };
}

function mergeCell(cell: TableCell, filler: Filler): TableCell {
  const children = mergeInlines(cell.children, filler);
  return children === cell.children ? cell : { ...cell, children };
}

function mergePictures(row: PictureRow, filler: Filler): PictureRow {
  return mapped(row, (picture) => {
    const caption = mergeInlines(picture.image.caption, filler);
    return [
      caption === picture.image.caption ? picture : { ...picture, image: { ...picture.image, caption } },
    ];
  });
}

export function mergeInlines(inlines: readonly Inline[], filler: Filler): readonly Inline[] {
  return mapped(inlines, (inline): readonly Inline[] => {
    if (inline.type === 'merge-field') return filler.fill(inline.name, inline.span);
    if (inline.type === 'image') {
      const caption = mergeInlines(inline.image.caption, filler);
      return [caption === inline.image.caption ? inline : { ...inline, image: { ...inline.image, caption } }];
    }
    if (!('children' in inline)) return [inline];
    if (inline.type === 'span' && inline.when)
      return filler.holds(inline.when, inline.span) ? mergeInlines(inline.children, filler) : [];
    const children = mergeInlines(inline.children, filler);
    return [children === inline.children ? inline : { ...inline, children }];
  });
}

/** The items, each with what comes of it; the same list where each gives itself. */
function mapped<T>(items: readonly T[], map: (item: T) => readonly T[]): readonly T[] {
  let changed = false;
  const all = items.flatMap((item) => {
    const made = map(item);
    if (made.length !== 1 || made[0] !== item) changed = true;
    return made;
  });
  return changed ? all : items;
}

function saysNothing(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => {
    if (inline.type === 'text') return inline.text.trim() === '';
    return inline.type === 'break' || ('children' in inline && saysNothing(inline.children));
  });
}
