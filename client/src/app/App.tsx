/** Providers around the whole client. Only app/ knows which features there are. */
import { MantineProvider } from "@mantine/core";
import { Suspense } from "react";
import { BrowserRouter } from "react-router";
import { afterPicture } from "../ui/later.tsx";
import { theme } from "../ui/theme.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { nonce } from "./nonce.ts";
import { AppRoutes } from "./routes.tsx";

const Notices = afterPicture(async () => (await import("@mantine/notifications")).Notifications);

export function App() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <ErrorBoundary>
        <BrowserRouter>
          <AppRoutes />
        </BrowserRouter>
      </ErrorBoundary>
      <Suspense>
        <Notices position="bottom-left" limit={3} />
      </Suspense>
    </MantineProvider>
  );
}
