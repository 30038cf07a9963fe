import { IconButton } from '@/ui/Button';
import type { Engine } from '../engine/Engine';
import type { Selected } from '../engine/nodes';
import { useT } from '../messages';
import styles from './PartHeader.module.css';

export function PartHeader({ engine, selected }: { engine: Engine; selected: Selected }) {
  const t = useT();
  return (
    <header className={styles.header}>
      <h2>{t(`kind.${selected.kind}`)}</h2>
      <div className={styles.actions}>
        <IconButton size="sm" icon="back" label={t('part.parent')} disabled={!selected.hasParent} onClick={() => engine.selectParent()} />
        <IconButton size="sm" icon="up" label={t('part.up')} disabled={!selected.canMoveUp} onClick={() => engine.move(-1)} />
        <IconButton size="sm" icon="down" label={t('part.down')} disabled={!selected.canMoveDown} onClick={() => engine.move(1)} />
        <IconButton size="sm" icon="copy" label={t('part.copy')} disabled={!selected.canRemove} onClick={() => engine.duplicate()} />
        <IconButton size="sm" icon="trash" label={t('part.remove')} disabled={!selected.canRemove} onClick={() => engine.remove()} />
      </div>
    </header>
  );
}
