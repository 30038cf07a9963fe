import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocale } from '@/i18n/locale';
import { Icon, type IconName } from '@/ui/Icon';
import { classes } from '@/ui/classes';
import { labelOf } from '../design/design';
import { useSiteColors } from '../design/useDesign';
import type { Engine } from '../engine/Engine';
import type { Origin } from '../engine/origins';
import { useT } from '../messages';
import styles from './controls.module.css';
import { hexColor, isTransparent, readLength, stepLength } from './length';

interface ControlProps {
  engine: Engine;
  property: string;
  label: string;
}

/** A label, the control, and a way back when the value was set here. */
function Control({ id, label, origin, isOwn, onReset, children }: { id?: string; label: string; origin?: Origin; isOwn: boolean; onReset: () => void; children: ReactNode }) {
  const t = useT();
  return (
    <div className={styles.control}>
      <div className={styles.head}>
        <span className={styles.name}>
          <label htmlFor={id}>{label}</label>
          {origin && <span role="img" className={styles.origin} data-origin={origin} aria-label={t(`origin.${origin}`)} title={t(`origin.${origin}`)} />}
        </span>
        {isOwn && (
          <button type="button" className={styles.reset} aria-label={t('style.reset', { name: label })} title={t('style.reset', { name: label })} onClick={onReset}>
            <Icon name="undo" size={13} />
          </button>
        )}
      </div>
      {children}
    </div>
  );
}

interface LengthProps extends ControlProps {
  unit?: string;
  step?: number;
}

function LengthInput({ id, own, inherited, unit, step, onValue, label }: { id?: string; own: string; inherited: string; unit: string; step: number; onValue: (value: string) => void; label?: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const value = typed === null ? null : readLength(typed, unit);
    if (value !== null && value !== own) onValue(value);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const by = step * (event.shiftKey ? 10 : 1) * (event.key === 'ArrowUp' ? 1 : -1);
    const value = stepLength(typed ?? (own || inherited), by, unit);
    if (value === null) return;
    setTyped(null);
    onValue(value);
  };
  return (
    <input
      id={id}
      className={styles.input}
      aria-label={label}
      value={typed ?? own}
      placeholder={inherited}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

export function LengthControl({ engine, property, label, unit = 'px', step = 1 }: LengthProps) {
  const id = useId();
  const { own, inherited, origin } = engine.style(property);
  return (
    <Control id={id} label={label} origin={origin} isOwn={own !== ''} onReset={() => engine.clearStyle([property])}>
      <LengthInput id={id} own={own} inherited={inherited} unit={unit} step={step} onValue={(value) => engine.setStyle({ [property]: value })} />
    </Control>
  );
}

export function SelectControl({ engine, property, label, options }: ControlProps & { options: [value: string, label: string][] }) {
  const id = useId();
  const { own, origin } = engine.style(property);
  const known = options.some(([value]) => value === own);
  return (
    <Control id={id} label={label} origin={origin} isOwn={own !== ''} onReset={() => engine.clearStyle([property])}>
      <span className={styles.selectBox}>
        <select id={id} className={classes(styles.input, styles.select)} value={own} onChange={(event) => engine.setStyle({ [property]: event.target.value })}>
          {!known && <option value={own}>{own}</option>}
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" size={14} />
      </span>
    </Control>
  );
}

export function SegmentControl({ engine, property, label, options }: ControlProps & { options: [value: string, label: string, icon?: IconName][] }) {
  const { own, inherited, origin } = engine.style(property);
  const shown = (own || inherited).replace(/^start$/, 'left');
  return (
    <Control label={label} origin={origin} isOwn={own !== ''} onReset={() => engine.clearStyle([property])}>
      <div className={styles.segments} role="group" aria-label={label}>
        {options.map(([value, name, icon]) => (
          <button key={value} type="button" aria-pressed={shown === value} aria-label={name} title={name} onClick={() => engine.setStyle({ [property]: value })}>
            {icon ? <Icon name={icon} size={17} /> : name}
          </button>
        ))}
      </div>
    </Control>
  );
}

export function ColorControl({ engine, property, label }: ControlProps) {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { own, inherited, origin } = engine.style(property);
  const siteColors = useSiteColors();
  const named = siteColors.find(({ name }) => own === `var(${name})`);
  const shown = named?.value ?? (own || inherited);
  const commit = () => {
    if (typed !== null && (typed.trim() === '' || CSS.supports('color', typed.trim()))) engine.setStyle({ [property]: typed.trim() });
    setTyped(null);
  };
  return (
    <Control id={id} label={label} origin={origin} isOwn={own !== ''} onReset={() => engine.clearStyle([property])}>
      <div className={styles.color}>
        <span className={styles.swatch} data-empty={isTransparent(shown) || undefined}>
          <span style={{ background: shown }} />
          <input type="color" aria-label={label} value={hexColor(shown)} onChange={(event) => engine.setStyle({ [property]: event.target.value })} />
        </span>
        <input
          id={id}
          className={styles.input}
          value={typed ?? (named ? labelOf(named, locale) : own)}
          placeholder={isTransparent(inherited) ? '' : hexColor(inherited)}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      </div>
      {siteColors.length > 0 && (
        <div className={styles.siteColors} role="group" aria-label={t('design.colors')}>
          {siteColors.slice(0, 16).map((color) => (
            <button
              key={color.name}
              type="button"
              aria-label={labelOf(color, locale)}
              aria-pressed={color === named}
              title={labelOf(color, locale)}
              style={{ background: color.value }}
              onClick={() => engine.setStyle({ [property]: `var(${color.name})` })}
            />
          ))}
        </div>
      )}
    </Control>
  );
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

const order: Origin[] = ['here', 'wider', 'rule'];

/** Of several values that one field shows, the one whose place is nearest. */
function foremost(origins: Origin[]): Origin {
  return order.find((origin) => origins.includes(origin)) ?? 'unset';
}

/** Four sides around a middle, the way the page shows them. */
export function BoxControl({ engine, property, label }: ControlProps) {
  const t = useT();
  const values = sides.map((side) => ({ side, ...engine.style(`${property}-${side}`) }));
  return (
    <Control
      label={label}
      origin={foremost(values.map(({ origin }) => origin))}
      isOwn={values.some(({ own }) => own !== '') || engine.style(property).own !== ''}
      onReset={() => engine.clearStyle([property, ...sides.map((side) => `${property}-${side}`)])}
    >
      <div className={styles.box} role="group" aria-label={label}>
        {values.map(({ side, own, inherited }) => (
          <span key={side} className={styles[side]}>
            <LengthInput
              own={own}
              inherited={inherited}
              unit="px"
              step={1}
              label={`${label} ${t(`style.${side}`)}`}
              onValue={(value) => engine.setStyle({ [`${property}-${side}`]: value })}
            />
          </span>
        ))}
        <span className={styles.middle} />
      </div>
    </Control>
  );
}

export function ImageControl({ engine, label }: { engine: Engine; label: string }) {
  const t = useT();
  const { own, origin } = engine.style('background-image');
  const source = /url\((['"]?)(.+?)\1\)/.exec(own)?.[2];
  return (
    <Control label={label} origin={origin} isOwn={own !== ''} onReset={() => engine.clearStyle(['background-image', 'background-size', 'background-position'])}>
      <button type="button" className={styles.picture} onClick={() => engine.pickBackground()}>
        {source ? <img src={source} alt="" /> : <Icon name="image" size={17} />}
        {t('style.pick')}
      </button>
    </Control>
  );
}
