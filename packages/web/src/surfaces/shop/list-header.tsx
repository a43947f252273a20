import { Breadcrumb } from '../../components/breadcrumb.tsx';
import { Picture, type PictureValue } from '../../components/picture.tsx';

interface ListHeaderProps {
  readonly title: string;
  /** What else it is called, as it stands on every pack. */
  readonly otherName?: string | null;
  readonly description?: string | null;
  readonly way: readonly { to: string; label: string }[];
  /** Shown beside the title where there is room: in small windows the list itself comes first. */
  readonly picture?: PictureValue | null;
}

/** What a page with a list begins with. */
export function ListHeader({ title, otherName = null, description, way, picture = null }: ListHeaderProps) {
  const described = description != null && description !== '';
  return (
    <header className="shell pt-6 pb-10 lg:pt-8 lg:pb-16">
      <Breadcrumb way={way} here={title} />
      {picture ? (
        <div className="mt-8 grid items-center gap-x-8 lg:mt-8 lg:grid-cols-12">
          <div className="lg:col-span-6">
            <h1 className="display-2">{title}</h1>
            {described && <p className="mt-4 max-w-[34rem] text-ink-soft lg:mt-6">{description}</p>}
          </div>
          <div className="hidden aspect-3/2 overflow-hidden rounded-soft lg:col-span-5 lg:col-start-8 lg:block">
            <Picture picture={picture} sizes="36vw" decorative className="h-full" />
          </div>
        </div>
      ) : (
        <div className="mt-8 grid items-end gap-x-8 gap-y-4 lg:mt-14 lg:grid-cols-12">
          <div className="lg:col-span-6">
            <h1 className="display-2">{title}</h1>
            {otherName !== null && (
              <p translate="no" className="mt-3 text-lead text-ink-soft">
                {otherName}
              </p>
            )}
          </div>
          {described && (
            <p className="max-w-[34rem] text-ink-soft lg:col-span-5 lg:col-start-8 lg:pb-1.5">{description}</p>
          )}
        </div>
      )}
    </header>
  );
}
