import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deploy } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Instant } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './PublishState.module.css';

/** When the site is published by itself, and the way to call that off. */
export function PlannedLine({ siteId, publishAt }: { siteId: Id; publishAt: Instant }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => deploy.cancelPlan(siteId),
    onSuccess: async () => {
      toast(t('plan.cancelled'));
      await client.invalidateQueries(queries.deployStatus(siteId));
    },
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  return (
    <p className={styles.planned}>
      <Icon name="history" size={16} />
      {t('plan.at', { time: format.dateTime(publishAt) })}
      <Button size="sm" variant="ghost" busy={cancelling.isPending} onClick={() => cancelling.mutate()}>
        {t('plan.cancel')}
      </Button>
    </p>
  );
}
