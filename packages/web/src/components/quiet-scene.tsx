import { classNames } from './class-names.ts';
import scene from './quiet-scene.svg';

/** The stones of the shop's scene with nothing on them but a leaf: shown where there is nothing to show. */
export function QuietScene({ className }: { readonly className?: string }) {
  return (
    <div className={classNames('overflow-hidden rounded-soft print:hidden', className)}>
      <img
        src={scene}
        width={1200}
        height={960}
        alt=""
        loading="lazy"
        decoding="async"
        className="block size-full object-cover object-[50%_80%] dim-in-dark"
      />
    </div>
  );
}
