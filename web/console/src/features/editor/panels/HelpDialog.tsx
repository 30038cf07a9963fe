import { Dialog } from '@/ui/Dialog';
import { useT } from '../messages';
import styles from './HelpDialog.module.css';

export const topics = ['blocks', 'pages', 'layers', 'seo', 'design', 'style', 'settings'] as const;
export type Topic = (typeof topics)[number];

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const command = isMac ? '⌘' : 'Ctrl';
const keys = [
  ['copy', `${command} C`],
  ['cut', `${command} X`],
  ['paste', `${command} V`],
  ['duplicate', `${command} D`],
  ['remove', 'Delete'],
  ['undo', `${command} Z`],
  ['redo', `${command} Shift Z`],
  ['write', 'Enter'],
  ['leave', 'Esc'],
  ['regions', 'F6'],
  ['walk', '↑ ↓ ← →'],
  ['move', 'Alt ↑ ↓ ← →'],
  ['apply', `${command} Enter`],
  ['help', '?'],
] as const;

/** What the panel that is open is for, and the keys that work everywhere. */
export function HelpDialog({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('help.title')} size="md" onClose={onClose}>
      <div className={styles.help}>
        {[topic, ...topics.filter((entry) => entry !== topic)].map((entry) => (
          <details key={entry} className={styles.topic} open={entry === topic}>
            <summary>{t(`panel.${entry}`)}</summary>
            <p>{t(`help.${entry}`)}</p>
          </details>
        ))}
        <h3 className={styles.heading}>{t('help.keys')}</h3>
        <dl className={styles.keys}>
          {keys.map(([name, key]) => (
            <div key={name}>
              <dt>{t(`key.${name}`)}</dt>
              <dd>
                {key.split(' ').map((sign) => (
                  <kbd key={sign}>{sign}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
