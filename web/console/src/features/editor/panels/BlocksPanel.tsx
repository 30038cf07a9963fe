import type { BlockGroup, BlockId } from '../engine/blocks';
import { blocks } from '../engine/blocks';
import type { Engine } from '../engine/Engine';
import { useT } from '../messages';
import { BlockPicture } from './BlockPicture';
import styles from './BlocksPanel.module.css';

const groups: BlockGroup[] = ['layout', 'text', 'media', 'ready'];

export function BlocksPanel({ engine, onInserted }: { engine: Engine; onInserted: () => void }) {
  const t = useT();
  const insert = (id: BlockId) => {
    engine.insert(id);
    onInserted();
  };
  return (
    <>
      <p className={styles.hint}>{t('blocks.hint')}</p>
      {groups.map((group) => (
        <section key={group} className={styles.group}>
          <h3>{t(`group.${group}`)}</h3>
          <ul>
            {blocks
              .filter((block) => block.group === group)
              .map(({ id }) => (
                <li key={id}>
                  <button
                    type="button"
                    draggable
                    className={styles.block}
                    onClick={() => insert(id)}
                    onDragStart={(event) => {
                      event.dataTransfer.effectAllowed = 'copy';
                      event.dataTransfer.setData('text/plain', '');
                      engine.startDrag(id, event.nativeEvent);
                    }}
                    onDragEnd={(event) => engine.endDrag(event.dataTransfer.dropEffect === 'none')}
                  >
                    <BlockPicture id={id} />
                    {t(`block.${id}`)}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
