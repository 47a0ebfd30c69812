import { useState } from "react";
import styles from "./Start.module.css";

/** A map's small picture; a quiet ground where there is none. The words beside it say what it shows. */
export function Picture({ src }: { readonly src: string }) {
  const [missing, setMissing] = useState<string | null>(null);
  return (
    <span className={styles.picture}>
      {missing !== src && (
        <img src={src} alt="" width={480} height={300} loading="lazy" onError={() => setMissing(src)} />
      )}
    </span>
  );
}
