import { useMutation, useQueryClient } from '@tanstack/react-query';
import { payment } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Site } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './SiteLayout.module.css';

/** Says of a site in the archive or in the trash that it is there, and brings it back. */
export function SetAsideNotice({ site }: { site: Site }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const restoring = useMutation({
    mutationFn: () => payment.move(site.id, 'restore'),
    onSuccess: async () => {
      toast(t('site.back', { name: site.name }));
      await client.invalidateQueries({ queryKey: ['sites'] });
    },
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  if (site.status !== 'archived' && site.status !== 'trashed') return null;
  return (
    <div className={styles.aside}>
      <Notice
        tone="warn"
        action={
          <Button size="sm" busy={restoring.isPending} onClick={() => restoring.mutate()}>
            {t('site.restore')}
          </Button>
        }
      >
        {site.status === 'archived' || !site.gone_at
          ? t('site.archived')
          : t('site.trashed', { date: format.date(site.gone_at) })}
      </Notice>
    </div>
  );
}
