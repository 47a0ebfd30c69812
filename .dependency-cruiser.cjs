/*
 * Which part may know which. The reasons are in docs/architecture.md; every rule here is shown to bite by a
 * planted violation in tests/gates/dependencies.test.ts.
 * Package patterns are unanchored because pnpm resolves into node_modules/.pnpm.
 */
const no = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const pkg = (...names) => `(^|/)node_modules/(${names.join("|")})/`;
const TEST = "(\\.(test|contract)\\.tsx?$|^tests/)";
const src = (path) => ({ path, pathNot: TEST });

module.exports = {
  forbidden: [
    no(
      "nothing-unresolved",
      "No such file, or a package that the package.json beside it does not list.",
      {},
      { couldNotResolve: true },
    ),
    no("no-cycles", "Move what both need into a third file that knows neither.", {}, { circular: true }),
    no(
      "tests-are-leaves",
      "Product code never imports tests; move the shared part into src.",
      { pathNot: TEST },
      { path: TEST },
    ),
    no("shared-is-the-bottom", "shared/ knows neither client nor server.", src("^shared/"), {
      path: "^(client|server)/",
    }),
    no(
      "client-never-meets-server",
      "Client and server meet in shared/src/protocol.",
      src("^(client|server)/"),
      { path: "^(client|server)/", pathNot: "^$1/" },
    ),
    no(
      "shared-runs-anywhere",
      "shared/ runs in browser, server and tests: no framework and no driver.",
      src("^shared/"),
      {
        path: pkg(
          "react",
          "react-dom",
          "zustand",
          "@xyflow",
          "express",
          "ws",
          "pg",
          "ioredis",
          "better-sqlite3",
        ),
      },
    ),
    no("shared-needs-no-node", "shared/ runs in the browser too: no Node built-ins.", src("^shared/"), {
      dependencyTypes: ["core"],
    }),
    no("schema-knows-nobody", "schema/ may use schema/ and lib/ only.", src("^shared/src/schema/"), {
      path: "^shared/src/(?!schema/|lib/)",
    }),
    no(
      "ops-write-only",
      "Operations write; they know no derivation, codec, protocol or access table.",
      src("^shared/src/ops/"),
      { path: "^shared/src/(derive|codecs|protocol|access)/" },
    ),
    no("derive-is-pure", "A derivation is a pure function of a snapshot.", src("^shared/src/derive/"), {
      path: ["^shared/src/(ops|codecs|protocol|access)/", pkg("yjs")],
    }),
    no(
      "one-door-to-yjs",
      "Only document/, presence/ and richtext/ touch the live document; select from the snapshot with useMap.",
      src("^client/src/(?!document/|presence/|richtext/)"),
      { path: pkg("yjs", "y-websocket", "y-protocols", "y-indexeddb") },
    ),
    no(
      "ui-stores-hold-no-document",
      "A zustand store holds one tab's local state only; document values are selected with useMap.",
      src("^client/src/.*Store\\.ts$"),
      { path: ["^client/src/document/", "^shared/src/(read|ops|derive)/"] },
    ),
    no(
      "xyflow-stays-in-canvas",
      "xyflow is known to features/canvas only.",
      src("^client/src/(?!features/canvas/)"),
      { path: pkg("@xyflow") },
    ),
    no(
      "tiptap-stays-in-richtext",
      "Tiptap is known to richtext/ only; use richtext/RichText.tsx.",
      src("^client/src/(?!richtext/)"),
      { path: pkg("@tiptap") },
    ),
    no(
      "features-do-not-meet",
      "Two features meet through workspace/ or shared/src/derive.",
      src("^client/src/features/([^/]+)/"),
      { path: "^client/src/features/", pathNot: "^client/src/features/$1/" },
    ),
    no(
      "features-have-a-front-door",
      "Import a feature through its index.ts.",
      src("^client/src/(?!features/)"),
      { path: "^client/src/features/[^/]+/(?!index\\.ts$)" },
    ),
    no("only-app-sees-features", "Only app/ composes features.", src("^client/src/(?!app/|features/|main)"), {
      path: "^client/src/(features|app)/",
    }),
    no(
      "ui-knows-no-domain",
      "ui/ holds plain controls; pass what they show as props.",
      src("^client/src/ui/"),
      { path: "^(shared/|client/src/(?!ui/))" },
    ),
    no(
      "ports-are-leaves",
      "A port is an interface: it imports ports and shared/ only.",
      src("^server/src/ports/"),
      { path: "^server/src/(?!ports/)" },
    ),
    no(
      "adapters-know-ports-only",
      "An adapter knows its port and its driver, nothing else of the server.",
      src("^server/src/adapters/"),
      { path: "^server/src/(?!adapters/|ports/)" },
    ),
    no(
      "adapters-only-from-main",
      "Only main.ts and cli.ts choose adapters; take the port as a parameter.",
      src("^server/src/(?!adapters/|(main|cli)\\.ts)"),
      { path: "^server/src/adapters/" },
    ),
    no(
      "services-know-no-transport",
      "A service takes ports, an actor and an input; it knows neither HTTP nor sockets.",
      src("^server/src/services/"),
      { path: "^server/src/(http|sync|auth)/" },
    ),
    no(
      "sync-knows-no-auth",
      "sync/ is told who somebody is and what they may do; it never finds out itself.",
      src("^server/src/sync/"),
      { path: "^server/src/(http|auth|services)/" },
    ),
    no("express-stays-in-http", "Express is known to http/ only.", src("^server/src/(?!http/)"), {
      path: pkg("express"),
    }),
    no(
      "yjs-and-ws-stay-in-sync",
      "Live documents and sockets are known to sync/ only; ask the LiveMaps port.",
      src("^server/src/(?!sync/)"),
      { path: pkg("yjs", "y-protocols", "ws") },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^[^/]+/(dist|out)/|^tests/(load/peers|\\.results|\\.cache)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
