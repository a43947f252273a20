import { Breadcrumb } from '../../components/breadcrumb.tsx';

interface ListHeaderProps {
  readonly title: string;
  readonly description?: string | null;
  readonly way: readonly { to: string; label: string }[];
}

/** What a page with a list begins with. */
export function ListHeader({ title, description, way }: ListHeaderProps) {
  return (
    <header className="shell pt-6 pb-10 lg:pt-8 lg:pb-16">
      <Breadcrumb way={way} here={title} />
      <div className="mt-8 grid items-end gap-x-8 gap-y-4 lg:mt-14 lg:grid-cols-12">
        <h1 className="display-2 lg:col-span-6">{title}</h1>
        {description != null && description !== '' && (
          <p className="max-w-[34rem] text-ink-soft lg:col-span-5 lg:col-start-8 lg:pb-1.5">{description}</p>
        )}
      </div>
    </header>
  );
}
