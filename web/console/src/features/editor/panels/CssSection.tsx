import { useId, useState, useSyncExternalStore } from 'react';
import { TextArea } from '@/ui/Field';
import { Segmented } from '@/ui/Segmented';
import type { Engine, PartState } from '../engine/Engine';
import { parseDeclarations, printDeclarations, type Mistake } from '../engine/declarations';
import { useT } from '../messages';
import styles from './StylePanel.module.css';

const states: { value: PartState; key: 'none' | 'hover' | 'focus' }[] = [
  { value: '', key: 'none' },
  { value: 'hover', key: 'hover' },
  { value: 'focus', key: 'focus' },
];

/** Everything that CSS can say about the selected part at this width, for those who know it. */
export function CssSection({ engine }: { engine: Engine }) {
  const t = useT();
  const [state, setState] = useState<PartState>('');
  const { device } = useSyncExternalStore(engine.subscribe, engine.snapshot);
  return (
    <>
      <Segmented label={t('css.state')} value={state} options={states.map(({ value, key }) => ({ value, label: t(`css.state.${key}`) }))} onChange={setState} />
      <Declarations key={`${state} ${device}`} engine={engine} state={state} />
    </>
  );
}

function Declarations({ engine, state }: { engine: Engine; state: PartState }) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const shown = printDeclarations(engine.declarations(state));
  const apply = () => {
    if (typed === null) return;
    const { style, mistakes: found } = parseDeclarations(typed, (property, value) => CSS.supports(property, value));
    setMistakes(found);
    if (found.length > 0) return;
    if (printDeclarations(style) !== shown) engine.setDeclarations(state, style);
    setTyped(null);
  };
  return (
    <>
      <TextArea
        mono
        label={t('css.label')}
        hint={t('css.hint')}
        rows={8}
        spellCheck={false}
        autoComplete="off"
        aria-errormessage={mistakes.length > 0 ? id : undefined}
        value={typed ?? shown}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
          if (event.key === 'Escape') {
            setTyped(null);
            setMistakes([]);
          }
        }}
      />
      <ul id={id} className={styles.mistakes} role="alert">
        {mistakes.map(({ line, kind, name }) => (
          <li key={`${line} ${name}`}>{t(`css.mistake.${kind}`, { line, name })}</li>
        ))}
      </ul>
    </>
  );
}
