import type { ComponentProps, ReactNode } from 'react';
import { useText } from '../platform/i18n/text.tsx';
import { LocalLink } from '../platform/page/local-link.tsx';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

/** `primary` is the one thing to do, `grave` one that cannot be taken back, `outline` another, `plain` is a word that does something. */
export type ButtonTone = 'primary' | 'grave' | 'outline' | 'plain';

const BASE =
  'relative inline-flex items-center justify-center gap-2.5 rounded-soft font-medium text-center transition-colors select-none aria-disabled:cursor-not-allowed';

const TONES: Readonly<Record<ButtonTone, string>> = {
  primary:
    'bg-eucalyptus text-on-eucalyptus hover:bg-eucalyptus-deep aria-disabled:bg-hairline aria-disabled:text-ink-faint',
  grave: 'bg-clay text-ground hover:bg-clay-deep aria-disabled:bg-hairline aria-disabled:text-ink-faint',
  outline:
    'border border-outline text-ink hover:border-ink hover:bg-raised aria-disabled:border-hairline aria-disabled:text-ink-faint aria-disabled:bg-transparent',
  plain: 'text-ink hover:text-eucalyptus inline-link aria-disabled:text-ink-faint',
};

const SIZES = {
  regular: 'min-h-12 px-7 py-3 text-[0.9375rem] leading-snug',
  small: 'min-h-9 px-4 py-1.5 text-small',
  bare: 'min-h-6 text-small touch-target',
} as const;

interface Look {
  readonly tone?: ButtonTone;
  readonly size?: keyof typeof SIZES;
  /** As wide as its column. */
  readonly wide?: boolean;
}

function lookOf({ tone = 'primary', size = tone === 'plain' ? 'bare' : 'regular', wide = false }: Look): string {
  return classNames(BASE, TONES[tone], SIZES[size], wide && 'w-full');
}

interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'disabled' | 'aria-disabled'> {
  /** Work is under way; a press does nothing until it is done, and the button keeps the focus. */
  readonly busy?: boolean;
  /** A press does nothing; the button can still be reached, so that nobody searches for it in vain. */
  readonly unavailable?: boolean;
  readonly children: ReactNode;
}

/** A button. */
export function Button({
  tone,
  size,
  wide,
  busy = false,
  unavailable = false,
  className,
  onClick,
  children,
  ...props
}: ButtonProps) {
  const t = useText();
  const inert = busy || unavailable;
  return (
    <button
      type="button"
      {...props}
      aria-disabled={inert || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (inert) event.preventDefault();
        else onClick?.(event);
      }}
      className={classNames(lookOf({ tone, size, wide }), className)}
    >
      <span className={classNames('inline-flex items-center gap-2.5', busy && 'opacity-0')}>{children}</span>
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
          <span className="sr-only">{t('common.busy')}</span>
        </span>
      )}
    </button>
  );
}

/** A link that looks like a button. */
export function LinkButton({ tone, size, wide, className, ...props }: Look & ComponentProps<typeof LocalLink>) {
  return <LocalLink {...props} className={classNames(lookOf({ tone, size, wide }), className)} />;
}
