import type { ProjectData } from '@/api/types';
import { textOf } from '../sync/describe';
import { difference } from '../sync/difference';
import { copy, PageDocument, RULES, type Change } from '../sync/document';

/** One thing that is otherwise in a later page than in an earlier one. */
export type Difference =
  | { kind: 'text'; before: string; after: string }
  | { kind: 'picture' | 'link' | 'setting' | 'place'; words: string }
  | { kind: 'added' | 'removed'; words: string }
  | { kind: 'style'; count: number };

/** What is otherwise, for a person to read: texts with both sides, everything about looks as one count. */
export function differences(before: ProjectData, after: ProjectData): Difference[] {
  const was = new PageDocument(copy(before));
  const is = new PageDocument(copy(after));
  const told: Difference[] = [];
  let styles = 0;
  for (const change of difference(was, is)) {
    const one = tell(change, was, is);
    if (one === 'style') styles += 1;
    else told.push(one);
  }
  if (styles > 0) told.push({ kind: 'style', count: styles });
  return told;
}

function tell(change: Change, was: PageDocument, is: PageDocument): Difference | 'style' {
  const isRule = was.parent(change.at) === RULES || change.at === RULES;
  if (isRule) return 'style';
  switch (change.op) {
    case 'insert':
      return { kind: 'added', words: textOf(change.part) };
    case 'remove':
      return { kind: 'removed', words: textOf(was.find(change.at)) };
    case 'move':
      return { kind: 'place', words: textOf(is.find(change.at)) };
    case 'set':
      return tellField(change, was, is);
  }
}

function tellField({ at, field, name }: Extract<Change, { op: 'set' }>, was: PageDocument, is: PageDocument): Difference | 'style' {
  if (field === 'style' || field === 'classes' || field === 'symbols') return 'style';
  if (field === 'components' || field === 'content') return { kind: 'text', before: textOf(was.find(at)), after: textOf(is.find(at)) };
  const words = textOf(is.find(at));
  if (name === 'src' || name === 'srcset' || field === 'src') return { kind: 'picture', words };
  return { kind: name === 'href' ? 'link' : 'setting', words };
}
