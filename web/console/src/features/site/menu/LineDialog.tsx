import { useState, type FormEvent } from 'react';
import type { Page } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { SelectField, TextField } from '@/ui/Field';
import { Segmented } from '@/ui/Segmented';
import { Switch } from '@/ui/Switch';
import { useT } from '../messages';
import type { Line } from './lines';
import styles from './Menu.module.css';

type Kind = 'page' | 'anchor' | 'url' | 'heading';

function kindOf(line: Line): Kind {
  if (line.url) return 'url';
  if (line.pageId !== null) return 'page';
  if (line.anchor) return 'anchor';
  return line.label ? 'heading' : 'page';
}

const ADDRESS = /^(?:https?:\/\/[^\s/]|mailto:.|tel:.|\/(?!\/))[^\s<>"\\]*$|^\/$/i;

interface LineDialogProps {
  line: Line;
  pages: Page[];
  onSave: (line: Line) => void;
  onClose: () => void;
}

/** One line of the menu: its words and where it leads. */
export function LineDialog({ line, pages, onSave, onClose }: LineDialogProps) {
  const t = useT();
  const common = useCommon();
  const [kind, setKind] = useState<Kind>(kindOf(line));
  const [draft, setDraft] = useState<Line>({ ...line, pageId: line.pageId ?? pages[0]?.id ?? null });
  const [pressed, setPressed] = useState(false);
  const page = pages.find(({ id }) => id === draft.pageId);
  const anchor = draft.anchor.trim().replace(/^#/, '');
  const wrong = {
    label: kind !== 'page' && !draft.label.trim() ? common('required') : undefined,
    page: kind === 'page' && !page ? t('menu.page.choose') : undefined,
    url: kind === 'url' && !ADDRESS.test(draft.url.trim()) ? t('menu.url.invalid') : undefined,
    anchor: (kind === 'anchor' && !anchor) || /[\s#<>"]/.test(anchor) ? t('menu.anchor.invalid') : undefined,
  };
  const change = (part: Partial<Line>) => setDraft({ ...draft, ...part });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (wrong.label || wrong.page || wrong.url || (kind !== 'url' && kind !== 'heading' && wrong.anchor)) return;
    onSave({
      ...draft,
      pageId: kind === 'page' ? draft.pageId : null,
      anchor: kind === 'page' || kind === 'anchor' ? anchor : '',
      url: kind === 'url' ? draft.url.trim() : '',
      newTab: kind === 'url' && draft.newTab,
    });
  };

  return (
    <Dialog
      title={t(line.label || line.pageId !== null || line.url || line.anchor ? 'menu.edit.title' : 'menu.add.title')}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="line-form" variant="primary">
            {t('menu.take')}
          </Button>
        </>
      }
    >
      <form id="line-form" className={styles.form} onSubmit={submit} noValidate>
        <Segmented
          label={t('menu.kind')}
          value={kind}
          options={(['page', 'anchor', 'url', 'heading'] as const).map((value) => ({ value, label: t(`menu.kind.${value}`) }))}
          onChange={setKind}
        />
        {kind === 'page' && (
          <SelectField
            label={t('menu.kind.page')}
            value={draft.pageId === null ? '' : String(draft.pageId)}
            error={pressed || draft.pageId !== null ? wrong.page : undefined}
            options={[
              ...(page ? [] : [{ value: draft.pageId === null ? '' : String(draft.pageId), label: t('menu.page.choose') }]),
              ...pages.map(({ id, title, path }) => ({ value: String(id), label: `${title} (${path})` })),
            ]}
            onChange={({ target }) => change({ pageId: target.value === '' ? null : Number(target.value) })}
          />
        )}
        {kind === 'url' && (
          <TextField
            label={t('menu.url')}
            placeholder="https://"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={1000}
            value={draft.url}
            error={pressed ? wrong.url : undefined}
            onChange={({ target }) => change({ url: target.value })}
          />
        )}
        <TextField
          label={t('menu.label')}
          hint={kind === 'page' ? t('menu.label.hint') : undefined}
          optional={kind === 'page'}
          placeholder={kind === 'page' ? page?.title : undefined}
          autoComplete="off"
          maxLength={100}
          value={draft.label}
          error={pressed ? wrong.label : undefined}
          onChange={({ target }) => change({ label: target.value })}
        />
        {(kind === 'page' || kind === 'anchor') && (
          <TextField
            label={t('menu.anchor')}
            hint={t('menu.anchor.hint')}
            optional={kind === 'page'}
            prefix="#"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={80}
            value={draft.anchor}
            error={pressed ? wrong.anchor : undefined}
            onChange={({ target }) => change({ anchor: target.value })}
          />
        )}
        {kind === 'url' && <Switch label={t('menu.newTab')} checked={draft.newTab} onChange={(newTab) => change({ newTab })} />}
      </form>
    </Dialog>
  );
}
