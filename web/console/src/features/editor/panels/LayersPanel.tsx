import { useMemo, useRef, useState, useSyncExternalStore, type DragEvent, type KeyboardEvent } from 'react';
import { Icon, type IconName } from '@/ui/Icon';
import { EmptyState } from '@/ui/States';
import type { Engine } from '../engine/Engine';
import type { Kind, LayerNode } from '../engine/nodes';
import { useT } from '../messages';
import { Hint } from './Hint';
import styles from './LayersPanel.module.css';

const icons: Record<Kind, IconName> = {
  page: 'page',
  section: 'blocks',
  box: 'box',
  text: 'text',
  heading: 'text',
  link: 'link',
  button: 'link',
  image: 'image',
  video: 'image',
  map: 'globe',
  form: 'pencil',
  field: 'pencil',
  list: 'alignLeft',
  menu: 'sliders',
  languages: 'globe',
  line: 'more',
  other: 'box',
};

interface Row {
  node: LayerNode;
  depth: number;
  parent: string | null;
}

type Place = 'before' | 'after' | 'inside';

function visibleRows(nodes: LayerNode[], closed: ReadonlySet<string>, depth = 0, parent: string | null = null): Row[] {
  return nodes.flatMap((node) => [
    { node, depth, parent },
    ...(closed.has(node.id) ? [] : visibleRows(node.children, closed, depth + 1, node.id)),
  ]);
}

export function LayersPanel({ engine }: { engine: Engine }) {
  const t = useT();
  const { revision, selected } = useSyncExternalStore(engine.subscribe, engine.snapshot);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<{ id: string; place: Place } | null>(null);
  const dragged = useRef<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  // The engine counts its changes; the tree is read anew for each count.
  const tree = useMemo(() => (revision >= 0 ? engine.tree() : []), [engine, revision]);
  const rows = visibleRows(tree, closed);
  const current = rows.find((row) => row.node.id === selected?.id) ?? rows[0];

  const toggle = (id: string, shut: boolean) => {
    const changed = new Set(closed);
    if (shut) changed.add(id);
    else changed.delete(id);
    setClosed(changed);
  };
  const focus = (id: string | null | undefined) => {
    if (!id) return;
    engine.select(id);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const { node, parent } = current;
    const at = rows.indexOf(current);
    const open = node.children.length > 0 && !closed.has(node.id);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      engine.move(event.key === 'ArrowUp' ? -1 : 1);
      focus(node.id);
    } else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      if (event.key === 'ArrowLeft') engine.moveOut();
      else engine.moveIn();
      focus(node.id);
    } else if (event.key === 'ArrowDown') focus(rows[at + 1]?.node.id);
    else if (event.key === 'ArrowUp') focus(rows[at - 1]?.node.id);
    else if (event.key === 'Home') focus(rows[0]?.node.id);
    else if (event.key === 'End') focus(rows.at(-1)?.node.id);
    else if (event.key === 'ArrowRight') {
      if (open) focus(node.children[0]?.id);
      else toggle(node.id, false);
    } else if (event.key === 'ArrowLeft') {
      if (open) toggle(node.id, true);
      else focus(parent);
    } else if (event.key === 'Delete' || event.key === 'Backspace') engine.remove();
    else if (event.key === 'Enter' || event.key === ' ') engine.select(node.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const placeAt = (event: DragEvent<HTMLElement>, node: LayerNode): Place => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - top) / height;
    if (share < 0.28) return 'before';
    return share > 0.72 || node.kind === 'image' || node.kind === 'line' ? 'after' : 'inside';
  };

  if (rows.length === 0) {
    return (
      <EmptyState compact icon="layers" title={t('layers.empty')} />
    );
  }
  return (
    <>
      <Hint name="layers" />
      <ul ref={list} className={styles.tree} role="tree" aria-label={t('layers.label')} onKeyDown={onKeyDown}>
        {rows.map(({ node, depth }) => {
          const shut = closed.has(node.id);
          return (
            // The keys are handled by the tree, as its pattern wants.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={node.id}
              role="treeitem"
              aria-level={depth + 1}
              aria-selected={node.id === selected?.id}
              aria-expanded={node.children.length > 0 ? !shut : undefined}
              data-id={node.id}
              data-place={target?.id === node.id ? target.place : undefined}
              tabIndex={node.id === current?.node.id ? 0 : -1}
              className={styles.row}
              style={{ paddingLeft: 6 + depth * 14 }}
              draggable
              onClick={() => engine.select(node.id)}
              onDragStart={(event) => {
                dragged.current = node.id;
                event.dataTransfer.effectAllowed = 'move';
              }}
              onDragOver={(event) => {
                if (!dragged.current || dragged.current === node.id) return;
                event.preventDefault();
                setTarget({ id: node.id, place: placeAt(event, node) });
              }}
              onDragEnd={() => {
                dragged.current = null;
                setTarget(null);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current && target) engine.moveTo(dragged.current, target.id, target.place);
              }}
            >
              {node.children.length > 0 ? (
                <span
                  className={styles.twist}
                  data-shut={shut || undefined}
                  title={t(shut ? 'layers.expand' : 'layers.collapse')}
                  onClick={(event) => {
                    event.stopPropagation();
                    toggle(node.id, !shut);
                  }}
                  role="presentation"
                >
                  <Icon name="down" size={13} />
                </span>
              ) : (
                <span className={styles.twist} />
              )}
              <Icon name={icons[node.kind]} size={15} />
              <span className={styles.name}>
                {t(`kind.${node.kind}`)}
                {node.words && <small>{node.words}</small>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
