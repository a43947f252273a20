import { useText } from '../platform/i18n/text.tsx';

/** The first thing that the keyboard reaches: past the navigation to the content. */
export function SkipLink({ target }: { target: string }) {
  const t = useText();
  return (
    <a
      href={`#${target}`}
      className="fixed start-4 top-4 z-50 -translate-y-24 rounded-soft bg-eucalyptus px-5 py-3 text-small font-medium text-on-eucalyptus focus:translate-y-0 print:hidden"
    >
      {t('common.skipToContent')}
    </a>
  );
}
