import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

/**
 * The content policy is strict: the server puts a nonce in place of the word below, and nothing is inlined.
 * In development the API and the socket come from a Trellis server (`TRELLIS_DEV_API`).
 */
export default defineConfig(({ command, mode }) => {
  // A shell or a test runner may have set another; what is built is always the product.
  if (command === "build") process.env.NODE_ENV = "production";
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
      rolldownOptions: {
        output: {
          // Fewer, larger files for what every page loads: they compress better and come in one round trip.
          codeSplitting: {
            groups: [
              {
                name: "base",
                test: /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|zustand|use-sync-external-store)[\\/]/,
                priority: 2,
              },
              {
                name: "map",
                test: /node_modules[\\/](yjs|lib0|y-protocols|y-websocket|@xyflow|d3-[a-z]+|classcat)[\\/]/,
                priority: 1,
              },
            ],
          },
        },
      },
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
