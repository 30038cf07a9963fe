import { useSyncExternalStore } from 'react';
import { useCommon } from '@/i18n/common';
import { IconButton } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Toast.module.css';

interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number) {
  publish(toasts.filter((entry) => entry.id !== id));
}

export function toast(text: string, tone: Toast['tone'] = 'good') {
  const id = nextId;
  nextId += 1;
  publish([...toasts.slice(-2), { id, text, tone }]);
  setTimeout(() => dismiss(id), tone === 'good' ? 4000 : 8000);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function Toasts() {
  const t = useCommon();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {shown.map((entry) => (
        <div key={entry.id} className={classes(styles.toast, styles[entry.tone])}>
          <Icon name={entry.tone === 'good' ? 'check' : 'warning'} />
          <span>{entry.text}</span>
          <IconButton icon="close" size="sm" label={t('close')} onClick={() => dismiss(entry.id)} />
        </div>
      ))}
    </div>
  );
}
