import { useId } from 'react';
import styles from './SettingsPanel.module.css';

interface ToggleProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}

export function Toggle({ label, hint, checked, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.toggle}>
        {label}
        <input type="checkbox" role="switch" aria-checked={checked} aria-describedby={hint && id} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      </label>
      {hint && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
