/** The trellis mark. Decoration beside a name, so it has none of its own. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--brand)"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M5 3v18M12 3v18M19 3v18M2 8h20M2 16h20" />
    </svg>
  );
}
