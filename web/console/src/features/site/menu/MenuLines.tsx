import { useState, type KeyboardEvent } from 'react';
import type { Problem } from '@/api/problem';
import type { Page } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Badge } from '@/ui/States';
import { useT } from '../messages';
import { canIndent, moved, pathOf, placed, withDepth, type Line } from './lines';
import styles from './Menu.module.css';

interface MenuLinesProps {
  lines: Line[];
  pages: Page[];
  problem: Problem | null;
  onChange: (lines: Line[]) => void;
  onEdit: (line: Line) => void;
}

/** The lines in their order, moved by dragging or by the arrow keys on their handles. */
export function MenuLines({ lines, pages, problem, onChange, onEdit }: MenuLinesProps) {
  const t = useT();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const pageOf = (line: Line) => pages.find((page) => page.id === line.pageId);
  const labelOf = (line: Line) => line.label.trim() || pageOf(line)?.title || t('menu.page.gone');

  const change = (next: Line[], key: number) => {
    if (next === lines) return;
    onChange(next);
    const at = next.findIndex((line) => line.key === key);
    const line = next[at];
    if (line) setSaid(t(line.depth === 1 ? 'menu.moved.below' : 'menu.moved', { label: labelOf(line), place: at + 1, count: next.length }));
  };
  const drop = () => {
    const line = dragged === null ? undefined : lines[dragged];
    if (line && dragged !== null && over !== null) change(placed(lines, dragged, over), line.key);
    setDragged(null);
    setOver(null);
  };
  const ways = (index: number) => ({
    up: () => moved(lines, index, 'up'),
    down: () => moved(lines, index, 'down'),
    in: () => (canIndent(lines, index) ? withDepth(lines, index, 1) : lines),
    out: () => (lines[index]?.depth === 1 ? withDepth(lines, index, 0) : lines),
  });
  const onKey = (event: KeyboardEvent, index: number, key: number) => {
    const way = ({ ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const)[event.key];
    if (!way) return;
    event.preventDefault();
    change(ways(index)[way](), key);
  };
  const items = (line: Line, index: number): (MenuItem | 'line')[] => {
    const go = ways(index);
    const found: (MenuItem | 'line')[] = [{ key: 'edit', label: t('page.edit'), icon: 'pencil', onSelect: () => onEdit(line) }, 'line'];
    if (go.up() !== lines) found.push({ key: 'up', label: t('menu.up'), icon: 'up', onSelect: () => change(go.up(), line.key) });
    if (go.down() !== lines) found.push({ key: 'down', label: t('menu.down'), icon: 'down', onSelect: () => change(go.down(), line.key) });
    if (go.in() !== lines) found.push({ key: 'in', label: t('menu.in'), icon: 'forward', onSelect: () => change(go.in(), line.key) });
    if (go.out() !== lines) found.push({ key: 'out', label: t('menu.out'), icon: 'back', onSelect: () => change(go.out(), line.key) });
    found.push('line', {
      key: 'remove',
      label: t('menu.remove'),
      icon: 'trash',
      danger: true,
      onSelect: () => onChange(lines.filter((other) => other.key !== line.key).map((other, at) => (at === 0 ? { ...other, depth: 0 } : other))),
    });
    return found;
  };

  return (
    <>
      <p id="menu-keys" className={styles.keys}>
        {t('menu.keys')}
      </p>
      {/* Dragging is a shortcut; the handles and the menus do the same by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className={styles.list}
        onDragOver={(event) => {
          if (dragged !== null) event.preventDefault();
        }}
        onDrop={(event) => {
          event.preventDefault();
          drop();
        }}
      >
        {lines.map((line, index) => {
          const path = pathOf(lines, index);
          const error = problem?.errors.find(({ field }) => field.replace(/\.[a-z_]+$/, '') === path);
          const page = pageOf(line);
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={line.key}
              className={styles.line}
              data-depth={line.depth}
              data-over={(over === index && dragged !== null) || undefined}
              data-over-end={(over === lines.length && index === lines.length - 1 && dragged !== null) || undefined}
              data-dragged={dragged === index || undefined}
              onDragOver={(event) => {
                const box = event.currentTarget.getBoundingClientRect();
                if (dragged !== null) setOver(event.clientY > box.top + box.height / 2 ? index + 1 : index);
              }}
            >
              <button
                type="button"
                className={styles.handle}
                draggable
                aria-label={t('menu.handle', { label: labelOf(line) })}
                aria-describedby="menu-keys"
                onKeyDown={(event) => onKey(event, index, line.key)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', labelOf(line));
                  setDragged(index);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              >
                <Icon name="grip" size={18} />
              </button>
              <div className={styles.words}>
                <button type="button" className={styles.name} onClick={() => onEdit(line)}>
                  {labelOf(line)}
                </button>
                <p className={styles.target}>{target(line, page, t('menu.heading'))}</p>
                {error && <p className={styles.error}>{error.message}</p>}
              </div>
              {line.pageId !== null && !page && <Badge tone="bad">{t('menu.page.gone')}</Badge>}
              <Menu
                className={styles.menu}
                label={t('menu.actions', { label: labelOf(line) })}
                trigger={
                  <span className={styles.more}>
                    <Icon name="more" />
                  </span>
                }
                items={items(line, index)}
              />
            </li>
          );
        })}
      </ul>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function target(line: Line, page: Page | undefined, heading: string): string {
  if (line.url) return line.url;
  const anchor = line.anchor ? `#${line.anchor.replace(/^#/, '')}` : '';
  if (page) return `${page.path}${anchor}`;
  return anchor || heading;
}
