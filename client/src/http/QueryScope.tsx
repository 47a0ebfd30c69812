/** Gives the views below it the shared cache of HTTP answers. Loaded with the first view that asks over HTTP. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

// Asked also when the browser takes itself to be offline: it is often wrong on council networks, and a question that
// fails is told to the person, while one that waits is not.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: 1, staleTime: 5_000, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

export function QueryScope({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
