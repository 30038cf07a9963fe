import { useState, useSyncExternalStore, type FormEvent, type KeyboardEvent } from 'react';
import type { Page } from '@/api/types';
import { Button, IconButton } from '@/ui/Button';
import { Icon, type IconName } from '@/ui/Icon';
import type { Engine } from '../engine/Engine';
import type { Emphasis } from '../engine/writing/Writing';
import { useT } from '../messages';
import { readLink, writeLink } from './linkTarget';
import styles from './WritingBar.module.css';

const emphases: [Emphasis, IconName, string][] = [
  ['bold', 'bold', 'Ctrl+B'],
  ['italic', 'italic', 'Ctrl+I'],
  ['underline', 'underline', 'Ctrl+U'],
  ['strikeThrough', 'strike', ''],
];

/** At the foot of the canvas while somebody writes in it. Pressing it does not take the caret out of the text. */
export function WritingBar({ engine, pages }: { engine: Engine; pages: Page[] }) {
  const t = useT();
  const { written, isLinkAsked } = useSyncExternalStore(engine.subscribe, engine.snapshot);
  if (!written) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (isLinkAsked) engine.askForLink(false);
      else engine.goOnWriting();
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at >= 0) buttons[(at + (event.key === 'ArrowRight' ? 1 : buttons.length - 1)) % buttons.length]?.focus();
  };
  return (
    // The arrows are the pattern of a toolbar; a press elsewhere in the document ends the writing.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className={styles.bar} role="toolbar" aria-label={t('write.bar')} onKeyDown={onKeyDown} onMouseDown={(event) => event.stopPropagation()}>
      {isLinkAsked ? (
        <LinkForm engine={engine} pages={pages} href={written.href ?? ''} />
      ) : (
        <>
          {emphases.map(([emphasis, icon, key]) => (
            <button
              key={emphasis}
              type="button"
              className={styles.button}
              aria-pressed={written[emphasis]}
              aria-label={t(`write.${emphasis}`)}
              title={key ? `${t(`write.${emphasis}`)} (${key})` : t(`write.${emphasis}`)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => engine.emphasize(emphasis)}
            >
              <Icon name={icon} size={17} />
            </button>
          ))}
          <button
            type="button"
            className={styles.button}
            aria-pressed={written.href !== null}
            aria-label={t('write.link')}
            title={`${t('write.link')} (Ctrl+K)`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => engine.askForLink(true)}
          >
            <Icon name="link" size={17} />
          </button>
        </>
      )}
    </div>
  );
}

function LinkForm({ engine, pages, href }: { engine: Engine; pages: Page[]; href: string }) {
  const t = useT();
  const target = readLink(href, pages);
  const [value, setValue] = useState(target.kind === 'none' ? '' : target.value);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = addressOf(value);
    setWrong(address === null);
    if (address !== null) engine.linkWords(address);
  };
  return (
    <form className={styles.link} onSubmit={submit}>
      <input
        ref={focusOnce}
        className={styles.input}
        value={value}
        aria-label={t('write.linkTo')}
        aria-invalid={wrong || undefined}
        placeholder={t('write.linkTo')}
        list="writing-pages"
        autoComplete="off"
        onChange={({ target: field }) => setValue(field.value)}
      />
      <datalist id="writing-pages">
        {pages.map((page) => (
          <option key={page.id} value={page.path}>
            {page.title}
          </option>
        ))}
      </datalist>
      <Button size="sm" type="submit" variant="primary">
        {t('write.linkDone')}
      </Button>
      {href !== '' && <IconButton size="sm" icon="trash" label={t('write.unlink')} onClick={() => engine.linkWords('')} />}
      <IconButton size="sm" icon="close" label={t('write.linkCancel')} onClick={() => engine.askForLink(false)} />
    </form>
  );
}

const focusOnce = (input: HTMLInputElement | null) => input?.focus();

/** An address as people type it; null for one that leads nowhere. */
function addressOf(value: string): string | null {
  const text = value.trim();
  if (text === '') return '';
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(text)) return writeLink({ kind: 'email', value: text });
  if (/^(tel:)?\+?[\d-]{7,}$/.test(text)) return writeLink({ kind: 'phone', value: text });
  return writeLink({ kind: 'url', value: text });
}
