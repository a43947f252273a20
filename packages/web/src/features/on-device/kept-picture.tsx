import { useEffect, useState } from 'react';
import { loadDevice } from './use-device.ts';

/** The picture that was kept of a product, or a drawing in its place; nothing is fetched for it. */
export function KeptPicture({ slug }: { slug: string }) {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    loadDevice()
      .then(({ pictures }) => pictures.keptPicture(slug))
      .then(
        (known) => {
          if (!gone) setPicture(known);
        },
        () => {},
      );
    return () => {
      gone = true;
    };
  }, [slug]);
  return <PictureFrame source={picture} />;
}

/** A frame of a card's shape around a picture that is there already. */
export function PictureFrame({ source }: { source: string | null }) {
  return (
    <div className="grid aspect-4/5 place-items-center overflow-hidden rounded-soft bg-sunken">
      {source === null ? (
        <svg aria-hidden="true" viewBox="0 0 40 50" className="w-1/3 fill-none stroke-outline">
          <path d="M16 6h8v6h-8V6Zm-3 6h14l2 5v24a3 3 0 0 1-3 3H14a3 3 0 0 1-3-3V17l2-5Zm-2 12h18v12H11V24Z" />
        </svg>
      ) : (
        <img src={source} width={320} height={400} alt="" className="size-full object-cover dim-in-dark" />
      )}
    </div>
  );
}
