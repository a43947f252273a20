import { useEffect, useState } from 'react';
import { Skeleton } from '../../../components/skeleton.tsx';

/** Modules of quiet around the code, as the standard wants them. */
const QUIET = 4;

/** A QR code, drawn in the browser: what it says goes to nobody. Dark on white whatever the page's colours are, since cameras want that. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const drawn = useDrawing(text);
  if (!drawn) return <Skeleton className="size-52" />;
  const side = drawn.size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-52 rounded-soft border border-hairline bg-[#fff]"
    >
      <path d={drawn.path} fill="#000" />
    </svg>
  );
}

function useDrawing(text: string): { readonly path: string; readonly size: number } | null {
  const [drawn, setDrawn] = useState<{ path: string; size: number } | null>(null);
  useEffect(() => {
    let left = false;
    void Promise.all([import('lean-qr'), import('lean-qr/extras/svg')]).then(([{ generate }, { toSvgPath }]) => {
      const code = generate(text);
      if (!left) setDrawn({ path: toSvgPath(code), size: code.size });
    });
    return () => {
      left = true;
    };
  }, [text]);
  return drawn;
}
