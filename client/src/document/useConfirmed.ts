import { useEffect } from "react";
import { useConnection } from "./MapProvider.tsx";

/** Hears that somebody confirmed cards, which no change of the map tells. `listener` keeps its identity. */
export function useConfirmed(listener: () => void): void {
  const { onConfirmed } = useConnection();
  useEffect(() => {
    onConfirmed.add(listener);
    return () => {
      onConfirmed.delete(listener);
    };
  }, [onConfirmed, listener]);
}
