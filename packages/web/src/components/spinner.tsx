/** Shows that work is under way; the words for it stand beside it. */
export function Spinner() {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5 animate-spin fill-none stroke-current">
      <circle cx="10" cy="10" r="7.5" strokeWidth="1.5" className="opacity-25" />
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
