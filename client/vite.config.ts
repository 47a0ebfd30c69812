import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

/**
 * The content policy is strict: the server puts a nonce in place of the word below, and nothing is inlined.
 * In development the API and the socket come from a Trellis server (`TRELLIS_DEV_API`).
 */
export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, process.cwd(), "TRELLIS_").TRELLIS_DEV_API ?? "http://127.0.0.1:4400";
  return {
    plugins: [react()],
    html: { cspNonce: "__CSP_NONCE__" },
    resolve: { dedupe: ["yjs", "react", "react-dom"] },
    build: {
      outDir: "dist",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2022",
      chunkSizeWarningLimit: 700,
    },
    server: {
      port: 5173,
      strictPort: true,
      proxy: {
        "/api": { target: api, changeOrigin: false },
        "/health": { target: api, changeOrigin: false },
        "/sync": { target: api, ws: true, changeOrigin: false },
      },
    },
  };
});
