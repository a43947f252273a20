import { useText } from '../platform/i18n/text.tsx';

interface SwitchProps {
  readonly on: boolean;
  /** Work is under way; a press does nothing until it is done. */
  readonly busy?: boolean;
  readonly onChange: (on: boolean) => void;
  /** The id of what names it, and of what it means. */
  readonly labelledBy: string;
  readonly describedBy?: string;
}

/** Something that is on or off, and goes to the other by one press; a word says which, for whoever cannot tell by the colour. */
export function Switch({ on, busy = false, onChange, labelledBy, describedBy }: SwitchProps) {
  const t = useText();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClick={() => !busy && onChange(!on)}
      className="group/switch touch-target relative inline-flex shrink-0 items-center gap-3 rounded-soft text-small text-ink-soft"
    >
      <span aria-hidden="true">{t(on ? 'switch.on' : 'switch.off')}</span>
      <span className="inline-flex h-7 w-12 items-center rounded-full border border-outline bg-raised px-1 transition-colors group-hover/switch:border-ink group-aria-checked/switch:border-eucalyptus group-aria-checked/switch:bg-eucalyptus group-aria-disabled/switch:opacity-60">
        <span className="size-4.5 rounded-full bg-outline transition-[translate,background-color] group-aria-checked/switch:translate-x-5 group-aria-checked/switch:bg-on-eucalyptus" />
      </span>
    </button>
  );
}
