import { useState } from 'react';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { useT } from '../messages';
import styles from './Hint.module.css';

const KEY = 'jium.hints';

function dismissed(): string[] {
  return (localStorage.getItem(KEY) ?? '').split(' ');
}

/** Said until somebody has read it; then never again in this browser. */
export function Hint({ name }: { name: 'style' | 'layers' }) {
  const t = useT();
  const [isShown, setIsShown] = useState(() => !dismissed().includes(name));
  if (!isShown) return null;
  return (
    <p className={styles.hint}>
      <Icon name="info" size={16} />
      <span>{t(`hint.${name}`)}</span>
      <IconButton
        size="sm"
        icon="close"
        label={t('hint.close')}
        onClick={() => {
          localStorage.setItem(KEY, [...dismissed(), name].join(' ').trim());
          setIsShown(false);
        }}
      />
    </p>
  );
}
