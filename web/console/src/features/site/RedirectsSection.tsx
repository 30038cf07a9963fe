import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Redirect } from '@/api/types';
import { Button, IconButton } from '@/ui/Button';
import { SelectField, TextField } from '@/ui/Field';
import { Section } from '@/ui/Page';
import { EmptyState, ErrorState, Notice, SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './Redirects.module.css';
import settings from './SettingsTab.module.css';

const MOST = 500;

/** Where old addresses of the site lead. */
export function RedirectsSection({ siteId }: { siteId: Id }) {
  const t = useT();
  const redirects = useQuery(queries.redirects(siteId));
  return (
    <Section title={t('redirects.title')} lead={t('redirects.lead')}>
      {redirects.isPending && <SkeletonRows count={2} />}
      {redirects.isError && <ErrorState compact error={redirects.error} onRetry={() => void redirects.refetch()} />}
      {redirects.data && <RedirectsForm siteId={siteId} stored={redirects.data.redirects} />}
    </Section>
  );
}

interface Row extends Redirect {
  key: number;
}

let keys = 0;

function keyed(list: Redirect[]): Row[] {
  return list.map((redirect) => ({ ...redirect, key: ++keys }));
}

function RedirectsForm({ siteId, stored }: { siteId: Id; stored: Redirect[] }) {
  const t = useT();
  const client = useQueryClient();
  const last = useRef<HTMLInputElement>(null);
  const [rows, setRows] = useState<Row[]>(() => keyed(stored));
  const wanted = rows.map(({ from, to, permanent }) => ({ from, to, permanent }));
  const changed = JSON.stringify(wanted) !== JSON.stringify(stored);
  const saving = useMutation({
    mutationFn: () => builder.saveRedirects(siteId, wanted),
    onSuccess: (saved) => {
      client.setQueryData(queries.redirects(siteId).queryKey, saved);
      setRows(keyed(saved.redirects));
      toast(t('redirects.saved'));
    },
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const change = (key: number, part: Partial<Redirect>) => {
    saving.reset();
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  };
  const add = () => {
    setRows([...rows, ...keyed([{ from: '', to: '', permanent: true }])]);
    requestAnimationFrame(() => last.current?.focus());
  };

  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      {rows.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState compact icon="link" title={t('redirects.empty')}>
            {t('redirects.empty.text')}
          </EmptyState>
        </div>
      ) : (
        <ul className={styles.list}>
          {rows.map((row, index) => (
            <li key={row.key} className={styles.row}>
              <TextField
                ref={index === rows.length - 1 ? last : undefined}
                label={t('redirects.from')}
                placeholder={t('redirects.from.example')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={500}
                value={row.from}
                error={problem?.field(`redirects.${index}.from`)}
                onChange={({ target }) => change(row.key, { from: target.value })}
              />
              <TextField
                label={t('redirects.to')}
                placeholder={t('redirects.to.example')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={1000}
                value={row.to}
                error={problem?.field(`redirects.${index}.to`)}
                onChange={({ target }) => change(row.key, { to: target.value })}
              />
              <SelectField
                label={t('redirects.kind')}
                value={row.permanent ? '301' : '302'}
                options={[
                  { value: '301', label: t('redirects.permanent') },
                  { value: '302', label: t('redirects.temporary') },
                ]}
                onChange={({ target }) => change(row.key, { permanent: target.value === '301' })}
              />
              <IconButton
                icon="trash"
                className={styles.remove}
                label={t('redirects.remove', { from: row.from || String(index + 1) })}
                onClick={() => {
                  saving.reset();
                  setRows(rows.filter((other) => other.key !== row.key));
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <div className={settings.bar} data-shown={changed || undefined}>
        <p>
          <Button icon="plus" disabled={rows.length >= MOST} onClick={add}>
            {t('redirects.add')}
          </Button>
        </p>
        {changed && (
          <Button
            onClick={() => {
              saving.reset();
              setRows(keyed(stored));
            }}
          >
            {t('settings.discard')}
          </Button>
        )}
        <Button type="submit" variant="primary" disabled={!changed} busy={saving.isPending}>
          {t('redirects.save')}
        </Button>
      </div>
    </form>
  );
}
