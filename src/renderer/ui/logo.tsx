/** The mark: a baton and the hand it goes to. */
export function Logo({ size = 24 }: { size?: number | undefined }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden fill="none">
      <path d="M5 20 15.5 5.5" stroke="currentColor" strokeWidth="4.4" strokeLinecap="round" />
      <circle cx="19" cy="19" r="2.6" className="fill-accent" />
    </svg>
  );
}
