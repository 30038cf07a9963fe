import { Icon, type IconName } from './Icon';
import styles from './Segmented.module.css';

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string; icon?: IconName; /** A dot, and what it says. */ mark?: string | undefined }[];
  onChange: (value: T) => void;
  iconsOnly?: boolean;
}

export function Segmented<T extends string>({ label, value, options, onChange, iconsOnly }: SegmentedProps<T>) {
  return (
    <div className={styles.group} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          aria-label={iconsOnly ? [option.label, option.mark].filter(Boolean).join(', ') : undefined}
          title={iconsOnly ? [option.label, option.mark].filter(Boolean).join(', ') : undefined}
          onClick={() => onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} size={17} />}
          {!iconsOnly && option.label}
          {option.mark && <span className={styles.mark} />}
        </button>
      ))}
    </div>
  );
}
