import { useId, useState, useSyncExternalStore } from 'react';
import { asProblem } from '@/api/problem';
import type { DesignValue } from '@/api/types';
import { useLocale } from '@/i18n/locale';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { ErrorState, SkeletonRows } from '@/ui/States';
import { useT } from '../messages';
import { hexColor } from '../panels/length';
import { labelOf, readColor } from './design';
import styles from './DesignPanel.module.css';
import { mono, sans, serif } from './fonts';
import type { Design } from './useDesign';

/** What the site looks like everywhere. */
export function DesignPanel({ design }: { design: Design }) {
  const t = useT();
  const { values, changes } = design;
  const { pending, error } = useSyncExternalStore(changes.subscribe, changes.snapshot);
  if (!values) return design.loadError ? <ErrorState compact error={design.loadError} onRetry={design.reload} /> : <SkeletonRows count={5} height={40} />;
  const colors = values.filter(({ kind }) => kind === 'COLOR');
  const fonts = values.filter(({ kind }) => kind === 'FONT');
  const change = (name: string, value: string | null) => changes.change(name, value);
  return (
    <div className={styles.panel}>
      <p className={styles.about}>{t('design.about')}</p>
      {values.length === 0 && <p className={styles.about}>{t('design.none')}</p>}
      {colors.length > 0 && (
        <section aria-label={t('design.colors')}>
          <h3>{t('design.colors')}</h3>
          <ul className={styles.rows}>
            {colors.map((value) => (
              <ColorRow key={value.name} value={value} onChange={change} />
            ))}
          </ul>
        </section>
      )}
      {fonts.length > 0 && (
        <section aria-label={t('design.fonts')}>
          <h3>{t('design.fonts')}</h3>
          <ul className={styles.rows}>
            {fonts.map((value) => (
              <FontRow key={value.name} value={value} onChange={change} />
            ))}
          </ul>
        </section>
      )}
      {error ? (
        <div className={styles.failed} role="alert">
          <p>{asProblem(error).message}</p>
          <div>
            <Button size="sm" onClick={() => void changes.flush()}>
              {t('design.again')}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => changes.discard()}>
              {t('design.discard')}
            </Button>
          </div>
        </div>
      ) : (
        values.length > 0 && (
          <p className={styles.state} role="status">
            {t(Object.keys(pending).length > 0 ? 'design.saving' : 'design.saved')}
          </p>
        )
      )}
    </div>
  );
}

interface RowProps {
  value: DesignValue;
  onChange: (name: string, value: string | null) => void;
}

function Reset({ value, label, onChange }: RowProps & { label: string }) {
  const t = useT();
  if (value.value === value.original) return null;
  const name = t('style.reset', { name: label });
  return (
    <button type="button" className={styles.reset} aria-label={name} title={name} onClick={() => onChange(value.name, null)}>
      <Icon name="undo" size={14} />
    </button>
  );
}

function ColorRow({ value, onChange }: RowProps) {
  const id = useId();
  const label = labelOf(value, useLocale());
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const color = typed === null ? null : readColor(typed);
    if (color !== null && color !== value.value) onChange(value.name, color === value.original ? null : color);
    setTyped(null);
  };
  return (
    <li className={styles.row}>
      <span className={styles.swatch}>
        <span style={{ background: value.value }} />
        <input type="color" aria-label={label} value={hexColor(value.value)} onChange={({ target }) => onChange(value.name, target.value)} />
      </span>
      <label htmlFor={id}>{label}</label>
      <Reset value={value} label={label} onChange={onChange} />
      <input
        id={id}
        className={styles.code}
        value={typed ?? value.value}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
          if (key === 'Escape') setTyped(null);
        }}
      />
    </li>
  );
}

function FontRow({ value, onChange }: RowProps) {
  const t = useT();
  const id = useId();
  const label = labelOf(value, useLocale());
  const options = [
    [value.original, t('design.original')],
    [sans, t('option.gothic')],
    [serif, t('option.serif')],
    [mono, t('option.mono')],
  ] as const;
  const isKnown = options.some(([stack]) => stack === value.value);
  return (
    <li className={styles.font}>
      <label htmlFor={id}>{label}</label>
      <Reset value={value} label={label} onChange={onChange} />
      <span className={styles.select}>
        <select id={id} value={value.value} onChange={({ target }) => onChange(value.name, target.value === value.original ? null : target.value)}>
          {!isKnown && <option value={value.value}>{value.value}</option>}
          {options.map(([stack, name]) => (
            <option key={name} value={stack}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" size={14} />
      </span>
      <p className={styles.sample} style={{ fontFamily: value.value }}>
        {t('design.sample')}
      </p>
    </li>
  );
}
