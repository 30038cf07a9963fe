import type { KeyboardEvent } from 'react';
import type { Asset, Id } from '@/api/types';
import { useT } from '../messages';
import styles from './AssetGrid.module.css';

interface AssetGridProps {
  assets: Asset[];
  selected: Id | null;
  onSelect: (asset: Asset) => void;
  onPick: (asset: Asset) => void;
}

/** Pictures with their names. Arrow keys go from one to the next; a double click takes one at once. */
export function AssetGrid({ assets, selected, onSelect, onPick }: AssetGridProps) {
  const t = useT();
  const entry = assets.some(({ id }) => id === selected) ? selected : assets[0]?.id;
  return (
    <ul className={styles.grid} aria-label={t('assets.list')}>
      {assets.map((asset) => (
        <li key={asset.id}>
          <button
            type="button"
            aria-pressed={asset.id === selected}
            tabIndex={asset.id === entry ? 0 : -1}
            onClick={() => onSelect(asset)}
            onDoubleClick={() => onPick(asset)}
            onKeyDown={walk}
          >
            <img src={asset.variants[0]?.url ?? asset.url} alt="" loading="lazy" decoding="async" />
            <span>{asset.name}</span>
            {asset.alt === '' && <small>{t('assets.noAlt')}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** How many stand in a row is for the browser to say. */
function walk(event: KeyboardEvent<HTMLButtonElement>) {
  const buttons = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  const top = buttons[0]?.getBoundingClientRect().top;
  const row = Math.max(1, buttons.filter((button) => button.getBoundingClientRect().top === top).length);
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
  const next = step === undefined ? undefined : buttons[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
