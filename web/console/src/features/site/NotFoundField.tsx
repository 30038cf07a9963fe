import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { SelectField } from '@/ui/Field';
import { useT } from './messages';

interface NotFoundFieldProps {
  siteId: Id;
  value: Id | null;
  error: string | undefined;
  onChange: (pageId: Id | null) => void;
}

/** Which page is shown at addresses where nothing is. */
export function NotFoundField({ siteId, value, error, onChange }: NotFoundFieldProps) {
  const t = useT();
  const pages = useQuery(queries.pages(siteId));
  const choices = (pages.data ?? []).filter((page) => page.slug !== 'index');
  const isGone = value !== null && pages.data !== undefined && !choices.some((page) => page.id === value);
  return (
    <SelectField
      label={t('settings.notFound.page')}
      hint={t('settings.notFound.hint')}
      error={isGone ? t('settings.notFound.gone') : error}
      disabled={pages.isPending}
      value={isGone || value === null ? '' : String(value)}
      options={[
        { value: '', label: t('settings.notFound.usual') },
        ...choices.map((page) => ({ value: String(page.id), label: `${page.title} (${page.path})` })),
      ]}
      onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
    />
  );
}
