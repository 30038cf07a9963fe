import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import type { Collided } from './autosave/Autosaver';
import styles from './CollisionDialog.module.css';
import { useT } from './messages';
import { describe, type Side } from './sync/describe';
import type { Change } from './sync/document';
import type { Editing } from './useEditing';

type Decisions = Record<number, 'mine' | 'theirs'>;

/** The same was changed here and elsewhere: for each such place, one of the two. */
export function CollisionDialog({ editing, collided }: { editing: Editing; collided: Collided }) {
  const t = useT();
  const { collisions } = collided;
  const [decisions, setDecisions] = useState<Decisions>({});
  const isMine = (at: number) => decisions[at] !== 'theirs';
  const all = (side: 'mine' | 'theirs') => setDecisions(Object.fromEntries(collisions.map((_, at) => [at, side])));

  return (
    <Dialog
      mustAnswer
      size="lg"
      title={t('collision.title')}
      description={t('collision.text', { count: collisions.length })}
      onClose={() => undefined}
      footer={
        <>
          {collisions.length > 1 && (
            <>
              <Button variant="ghost" onClick={() => all('mine')}>
                {t('collision.allMine')}
              </Button>
              <Button variant="ghost" onClick={() => all('theirs')}>
                {t('collision.allTheirs')}
              </Button>
            </>
          )}
          <Button variant="primary" onClick={() => void editing.saver.decide(collisions.map((_, at) => isMine(at)))}>
            {t('collision.done')}
          </Button>
        </>
      }
    >
      <ul className={styles.places}>
        {collisions.map((collision, at) => (
          <li key={`${collision.mine.op}/${collision.mine.at}/${at}`}>
            <fieldset className={styles.place}>
              <legend>{t(`collision.subject.${subject(collision.mine)}`)}</legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className={styles.side} data-chosen={isMine(at) === (side === 'mine')}>
                  <input
                    type="radio"
                    name={`collision-${at}`}
                    checked={isMine(at) === (side === 'mine')}
                    onChange={() => setDecisions({ ...decisions, [at]: side })}
                  />
                  <span className={styles.who}>{t(`collision.${side}`)}</span>
                  <span className={styles.what}>{words(describe(collision, side))}</span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Dialog>
  );

  function words(side: Side): string {
    if (side.kind === 'words') return side.words.trim() || t('collision.empty');
    return t(`collision.${side.kind}`);
  }
}

function subject(change: Change): 'text' | 'style' | 'place' | 'removal' | 'part' | 'setting' {
  if (change.op === 'remove') return 'removal';
  if (change.op === 'move') return 'place';
  if (change.op === 'insert') return 'part';
  if (change.field === 'components' || change.field === 'content') return 'text';
  return change.field === 'style' || change.field === 'classes' ? 'style' : 'setting';
}
