import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { payment } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id } from '@/api/types';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/Dialog';
import { Section } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './SiteActions.module.css';

/** What is done with a site as a whole. */
export function SiteActions({ siteId, duplicateAction }: { siteId: Id; duplicateAction: ReactNode }) {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const site = useQuery(queries.site(siteId));
  const [asked, setAsked] = useState<'archive' | 'trash' | null>(null);
  const moving = useMutation({
    mutationFn: (way: 'archive' | 'trash') => payment.move(siteId, way),
    onSuccess: async (_, way) => {
      toast(t(`site.${way}.done`, { name: site.data?.name ?? '' }));
      await client.invalidateQueries({ queryKey: ['sites'] });
      await client.invalidateQueries({ queryKey: ['deploy', siteId] });
      await navigate(paths.home);
    },
  });
  if (site.data?.status !== 'active') return null;
  return (
    <Section title={t('site.title')} lead={t('site.lead')}>
      <ul className={styles.list}>
        <li>
          <div>
            <strong>{t('site.duplicate')}</strong>
            <p>{t('site.duplicate.lead')}</p>
          </div>
          {duplicateAction}
        </li>
        {(['archive', 'trash'] as const).map((way) => (
          <li key={way}>
            <div>
              <strong>{t(`site.${way}`)}</strong>
              <p>{t(`site.${way}.lead`)}</p>
            </div>
            <Button
              icon={way === 'archive' ? 'archive' : 'trash'}
              variant={way === 'trash' ? 'danger' : 'secondary'}
              onClick={() => {
                moving.reset();
                setAsked(way);
              }}
            >
              {t(`site.${way}.action`)}
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmDialog
          danger={asked === 'trash'}
          title={t(`site.${asked}.title`)}
          description={t(`site.${asked}.text`, { name: site.data.name })}
          action={t(`site.${asked}.action`)}
          busy={moving.isPending}
          error={moving.error ? asProblem(moving.error).message : undefined}
          onConfirm={() => moving.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}
