/** The name of the shop with its sign: a disc, and the layers that keep what is inside in. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 align-middle">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-6 fill-none stroke-eucalyptus">
        <circle cx="16" cy="16" r="13.5" strokeWidth="1.5" />
        <path d="M3.6 12.4h24.8M2.6 17.2h26.8M4.4 22.2h23.2" strokeWidth="1.5" />
      </svg>
      <span className="font-display text-[1.5625rem] leading-none font-[360] tracking-[-0.02em]" translate="no">
        Barrier
      </span>
    </span>
  );
}
