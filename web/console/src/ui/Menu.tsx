import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import styles from './Menu.module.css';

export interface MenuItem {
  key: string;
  label: string;
  icon?: IconName;
  danger?: boolean;
  current?: boolean;
  detail?: string;
  to?: string;
  onSelect?: () => void;
}

interface MenuProps {
  label: string;
  trigger: ReactNode;
  items: (MenuItem | 'line')[];
  align?: 'start' | 'end';
  header?: ReactNode;
  className?: string;
  /** The trigger holds words of its own, which name it. */
  worded?: boolean;
}

export function Menu({ label, trigger, items, align = 'end', header, className, worded }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const away = () => setOpen(false);
    document.addEventListener('pointerdown', outside);
    window.addEventListener('blur', away);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', away);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    const entries = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === 'Tab') setOpen(false);
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  };

  const content = (item: MenuItem) => (
    <>
      {item.icon && <Icon name={item.icon} size={17} />}
      <span className={styles.label}>
        {item.label}
        {item.detail && <small>{item.detail}</small>}
      </span>
      {item.current && <Icon name="check" size={16} />}
    </>
  );

  return (
    <div className={classes(styles.root, className)} ref={root} onKeyDown={onKeyDown} role="presentation">
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={worded ? undefined : label}
        title={worded ? label : undefined}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div className={classes(styles.panel, styles[align])}>
          {header}
          <div role="menu" aria-label={label}>
            {items.map((item, index) => {
              if (item === 'line') return <hr key={`line-${index}`} className={styles.line} />;
              const shared = {
                role: 'menuitem',
                tabIndex: -1,
                className: classes(styles.item, item.danger && styles.danger),
                'aria-current': item.current || undefined,
                onClick: () => {
                  close();
                  item.onSelect?.();
                },
              } as const;
              return item.to ? (
                <Link key={item.key} to={item.to} {...shared}>
                  {content(item)}
                </Link>
              ) : (
                <button key={item.key} type="button" {...shared}>
                  {content(item)}
                </button>
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}
