import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Menu } from '@/ui/Menu';
import { toast } from '@/ui/Toast';
import type { Engine } from '../engine/Engine';
import type { Selected } from '../engine/nodes';
import { useT } from '../messages';
import styles from './PartHeader.module.css';

export function PartHeader({ engine, selected }: { engine: Engine; selected: Selected }) {
  const t = useT();
  const paste = async () => {
    if (!(await engine.paste())) toast(t('part.pasteByKey'), 'bad');
  };
  return (
    <header className={styles.header}>
      <h2>{t(`kind.${selected.kind}`)}</h2>
      <div className={styles.actions}>
        <IconButton size="sm" icon="back" label={t('part.parent')} disabled={!selected.hasParent} onClick={() => engine.selectParent()} />
        <IconButton size="sm" icon="up" label={t('part.up')} disabled={!selected.canMoveUp} onClick={() => engine.move(-1)} />
        <IconButton size="sm" icon="down" label={t('part.down')} disabled={!selected.canMoveDown} onClick={() => engine.move(1)} />
        <IconButton size="sm" icon="trash" label={t('part.remove')} disabled={!selected.canRemove} onClick={() => engine.remove()} />
        <Menu
          label={t('part.more')}
          trigger={<Icon name="more" size={17} />}
          items={[
            ...(selected.canRemove
              ? ([
                  { key: 'duplicate', icon: 'plus', label: t('part.duplicate'), onSelect: () => engine.duplicate() },
                  { key: 'copy', icon: 'copy', label: t('part.copy'), onSelect: () => engine.copy() },
                  { key: 'cut', icon: 'crop', label: t('part.cut'), onSelect: () => engine.cut() },
                ] as const)
              : []),
            { key: 'paste', icon: 'download', label: t('part.paste'), onSelect: () => void paste() },
          ]}
        />
      </div>
    </header>
  );
}
