import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { deploy } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Id, Instant } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/Field';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { localValue, timeZone, tomorrowMorning } from './localTime';
import { useT } from './messages';

interface ScheduleDialogProps {
  siteId: Id;
  planned: Instant | null;
  onClose: () => void;
}

/** Chooses when the site is published by itself, in the time of whoever chooses. */
export function ScheduleDialog({ siteId, planned, onClose }: ScheduleDialogProps) {
  const t = useT();
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const [value, setValue] = useState(() => localValue(planned ? new Date(planned) : tomorrowMorning(new Date())));
  const planning = useMutation({
    mutationFn: () => deploy.plan(siteId, new Date(value).toISOString()),
    onSuccess: async (plan) => {
      toast(t('plan.done', { time: format.dateTime(plan.publish_at) }));
      await client.invalidateQueries(queries.deployStatus(siteId));
      onClose();
    },
  });
  const problem = planning.error ? asProblem(planning.error) : null;
  const isTime = !Number.isNaN(Date.parse(value));
  return (
    <Dialog
      size="sm"
      title={t('plan.title')}
      description={t('plan.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form="schedule-form" variant="primary" disabled={!isTime} busy={planning.isPending}>
            {t('plan.action')}
          </Button>
        </>
      }
    >
      <form
        id="schedule-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (isTime) planning.mutate();
        }}
      >
        {problem && !problem.field('publish_at') && <Notice tone="bad">{problem.message}</Notice>}
        <TextField
          type="datetime-local"
          label={t('plan.time')}
          hint={t('plan.zone', { zone: timeZone() })}
          min={localValue(new Date())}
          value={value}
          error={problem?.field('publish_at')}
          onChange={({ target }) => setValue(target.value)}
        />
      </form>
    </Dialog>
  );
}
