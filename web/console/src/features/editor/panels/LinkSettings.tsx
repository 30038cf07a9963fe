import { useState } from 'react';
import type { Id, Page } from '@/api/types';
import { Button } from '@/ui/Button';
import { SelectField, TextField } from '@/ui/Field';
import { paths } from '@/ui/paths';
import type { Engine } from '../engine/Engine';
import type { Selected } from '../engine/nodes';
import { useT } from '../messages';
import { FileLink } from './FileLink';
import { readLink, writeLink, type LinkKind } from './linkTarget';
import { SectionLink } from './SectionLink';
import { Toggle } from './Toggle';
import { useTyped } from './useTyped';

interface LinkSettingsProps {
  engine: Engine;
  selected: Selected;
  siteId: Id;
  pages: Page[];
  onGo: (path: string) => void;
}

const kinds: LinkKind[] = ['page', 'section', 'url', 'email', 'phone', 'file', 'none'];

export function LinkSettings({ engine, selected, siteId, pages, onGo }: LinkSettingsProps) {
  const t = useT();
  const target = readLink(selected.attributes.href ?? '', pages);
  // A kind that was just chosen has no address yet that would tell it.
  const [chosen, setChosen] = useState<LinkKind | null>(null);
  const [wrong, setWrong] = useState(false);
  const kind = chosen ?? target.kind;
  const value = kind === target.kind ? target.value : '';
  // The same title may be there in each language.
  const several = new Set(pages.map((page) => page.language)).size > 1;
  const linked = pages.find((page) => page.path === value);

  const write = (text: string) => {
    const href = writeLink({ kind, value: text });
    setWrong(href === null);
    if (href !== null) engine.setAttribute('href', href);
  };
  const typed = useTyped(value, write);
  const choose = (next: LinkKind) => {
    setChosen(next);
    setWrong(false);
    if (next === 'none') engine.setAttribute('href', '#');
    if (next === 'page') engine.setAttribute('href', pages[0]?.path ?? '/');
  };

  return (
    <>
      <SelectField
        label={t('set.link')}
        value={kind}
        options={kinds.map((entry) => ({ value: entry, label: t(`set.link.${entry}`) }))}
        onChange={(event) => choose(event.target.value as LinkKind)}
      />
      {kind === 'page' && (
        <>
          <SelectField
            label={t('set.page')}
            value={value}
            options={pages.map((page) => ({ value: page.path, label: several ? `${page.title} (${page.path})` : page.title }))}
            onChange={(event) => write(event.target.value)}
          />
          {linked && (
            <Button size="sm" variant="ghost" iconAfter="forward" onClick={() => onGo(paths.editor(siteId, linked.id))}>
              {t('set.open')}
            </Button>
          )}
        </>
      )}
      {kind === 'section' && <SectionLink engine={engine} pages={pages} value={value} onHref={write} />}
      {kind === 'file' && <FileLink siteId={siteId} value={value} onHref={write} />}
      {kind === 'url' && <TextField label={t('set.url')} placeholder="https://" error={wrong ? t('set.url.invalid') : undefined} {...typed} />}
      {kind === 'email' && <TextField label={t('set.link.email')} type="email" {...typed} />}
      {kind === 'phone' && <TextField label={t('set.link.phone')} type="tel" {...typed} />}
      {(kind === 'page' || kind === 'url' || kind === 'file') && (
        <Toggle
          label={t('set.newTab')}
          hint={t('set.newTab.hint')}
          checked={selected.attributes.target === '_blank'}
          onChange={(on) => {
            engine.setAttribute('target', on ? '_blank' : '');
            engine.setAttribute('rel', on ? 'noopener' : '');
          }}
        />
      )}
    </>
  );
}
