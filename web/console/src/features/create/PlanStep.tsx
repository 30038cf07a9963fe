import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Plan } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Badge, ErrorState, Loading, Notice, Skeleton } from '@/ui/States';
import type { Draft } from './draft';
import { useT } from './messages';
import styles from './Step.module.css';

interface PlanStepProps {
  draft: Draft;
  problem: Problem | null;
  afterProblem: ReactNode;
  onChange: (part: Partial<Draft>) => void;
  onBack: () => void;
  onSubmit: () => void;
}

export function PlanStep({ draft, problem, afterProblem, onChange, onBack, onSubmit }: PlanStepProps) {
  const t = useT();
  const common = useCommon();
  const plans = useQuery(queries.plans());
  const days = plans.data?.[0]?.trial_days ?? 14;
  return (
    <form
      className={styles.wide}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h1 className={styles.title}>{t('plan.title')}</h1>
      <p className={styles.lead}>{t('plan.lead', { days })}</p>
      {problem && (
        <div className={styles.problem}>
          <Notice tone="bad" action={afterProblem}>
            {problem.errors[0] ? (problem.field(problem.errors[0].field) ?? problem.message) : problem.message}
            {afterProblem && <> {t('failed.made')}</>}
          </Notice>
        </div>
      )}
      {plans.isPending && (
        <Loading>
          <div className={styles.plans}>
            {[0, 1, 2].map((index) => (
              <Skeleton key={index} height={300} radius={14} />
            ))}
          </div>
        </Loading>
      )}
      {plans.isError && <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.data && (
        <fieldset className={styles.plans}>
          <legend className="visually-hidden">{t('step.plan')}</legend>
          {plans.data.map((plan) => (
            <PlanCard key={plan.plan_type} plan={plan} chosen={plan.plan_type === draft.plan} onChoose={() => onChange({ plan: plan.plan_type })} />
          ))}
        </fieldset>
      )}
      <div className={styles.actions}>
        <Button variant="ghost" icon="back" onClick={onBack}>
          {common('back')}
        </Button>
        <Button type="submit" variant="brand" size="lg" disabled={!plans.data}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}

function PlanCard({ plan, chosen, onChoose }: { plan: Plan; chosen: boolean; onChoose: () => void }) {
  const t = useT();
  const format = useFormat();
  const size = (bytes: number | null) => (bytes === null ? t('unlimited') : format.bytes(bytes));
  const lines = [
    t('limit.pages', { count: plan.limits.pages ?? -1 }),
    t('limit.disk', { size: size(plan.limits.disk) }),
    t('limit.bandwidth', { size: size(plan.limits.bandwidth) }),
    t('limit.views', { count: plan.limits.page_views ?? -1 }),
    t('limit.sites', { count: plan.limits.sites ?? -1 }),
  ];
  return (
    <label className={styles.plan} data-chosen={chosen || undefined}>
      <input type="radio" name="plan" value={plan.plan_type} checked={chosen} onChange={onChoose} className="visually-hidden" />
      <span className={styles.planTop}>
        <strong>{plan.name}</strong>
        {plan.plan_type === 'premium' && <Badge tone="brand">{t('recommended')}</Badge>}
        <span className={styles.radio} />
      </span>
      <span className={styles.planText}>{t(`plan.${plan.plan_type}`)}</span>
      <span className={styles.price}>
        {format.money(plan.price.amount, plan.price.currency)}
        <small>{t('month')}</small>
      </span>
      <span className={styles.limits}>
        {lines.map((line) => (
          <span key={line}>
            <Icon name="check" size={15} />
            {line}
          </span>
        ))}
      </span>
    </label>
  );
}
