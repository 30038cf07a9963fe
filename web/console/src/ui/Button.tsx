import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './Button.module.css';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Spinner } from './Spinner';

export type ButtonVariant = 'primary' | 'brand' | 'secondary' | 'ghost' | 'danger';

interface Look {
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  icon?: IconName;
  iconAfter?: IconName;
  wide?: boolean;
  children?: ReactNode;
}

function look({ variant = 'secondary', size = 'md', wide }: Look): string {
  return classes(styles.button, styles[variant], styles[size], wide && styles.wide);
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean; ref?: Ref<HTMLButtonElement> };

export function Button({ variant, size, icon, iconAfter, wide, busy, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(look({ variant, size, wide }), className)}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <Spinner size={16} /> : icon && <Icon name={icon} size={size === 'sm' ? 16 : 18} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={16} />}
    </button>
  );
}

export function ButtonLink({ variant, size, icon, iconAfter, wide, children, className, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={classes(look({ variant, size, wide }), className)}>
      {icon && <Icon name={icon} size={size === 'sm' ? 16 : 18} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={16} />}
    </Link>
  );
}

export function ButtonAnchor({
  variant,
  size,
  icon,
  iconAfter,
  wide,
  children,
  className,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a target="_blank" rel="noreferrer" {...rest} className={classes(look({ variant, size, wide }), className)}>
      {icon && <Icon name={icon} size={size === 'sm' ? 16 : 18} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={16} />}
    </a>
  );
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  icon: IconName;
  label: string;
  size?: 'sm' | 'md';
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon, label, size = 'md', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles.iconButton, size === 'sm' && styles.iconSmall, className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} size={size === 'sm' ? 16 : 18} />
    </button>
  );
}
