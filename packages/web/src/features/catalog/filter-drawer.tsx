import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Drawer } from '../../components/drawer.tsx';
import { useText } from '../../platform/i18n/text.tsx';

interface FilterDrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** How many products are left. */
  readonly count: number;
  /** Lets every choice go; null when there is none. */
  readonly onClear: (() => void) | null;
  readonly children: ReactNode;
}

/** The facets of small windows. */
export function FilterDrawer({ open, onOpenChange, count, onClear, children }: FilterDrawerProps) {
  const t = useText();
  return (
    <Drawer
      side="start"
      open={open}
      onOpenChange={onOpenChange}
      title={t('list.filter')}
      footer={
        <div className="flex items-center gap-5">
          <Button className="flex-1" onClick={() => onOpenChange(false)}>
            {t('list.showCount', { count })}
          </Button>
          {onClear && (
            <Button tone="plain" onClick={onClear}>
              {t('list.clear')}
            </Button>
          )}
        </div>
      }
    >
      {children}
    </Drawer>
  );
}
