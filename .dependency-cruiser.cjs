/** Who may import whom. Anything else is a fault of the design, not of the rule. */
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolved",
      severity: "error",
      from: { pathNot: "^(test|miniapp)/" },
      to: { couldNotResolve: true, pathNot: "\\.(wxml|css|scss)$" },
    },
    {
      name: "shared-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(server|miniapp|scripts|test)/" },
    },
    {
      name: "miniapp-imports-only-shared",
      severity: "error",
      from: { path: "^miniapp/src/" },
      to: { path: "^(server|scripts|test)/" },
    },
    {
      name: "miniapp-has-no-node",
      severity: "error",
      from: { path: "^miniapp/src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "features-through-their-index",
      severity: "error",
      from: { path: "^server/features/([^/]+)/" },
      to: {
        path: "^server/features/",
        pathNot: ["^server/features/$1/", "^server/features/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "rules-import-only-shared-and-rules",
      severity: "error",
      from: { path: "^server/features/([^/]+)/(rules\\.ts$|rules/)" },
      to: {
        path: "^server/",
        pathNot: ["^server/features/$1/(rules\\.ts$|rules/)"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "platform-and-clients-know-no-feature",
      severity: "error",
      from: { path: "^server/(platform|clients)/" },
      to: { path: "^server/(features|app|main)" },
    },
    {
      name: "stand-ins-know-nothing-of-the-server",
      severity: "error",
      from: { path: "^scripts/(local-mongo|wechat-sandbox)/" },
      to: { path: "^(server|miniapp)/" },
    },
    {
      name: "product-imports-no-tests",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "server-imports-no-scripts",
      severity: "error",
      from: { path: "^(server|shared)/" },
      to: { path: "^scripts/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.artifacts|\\.data)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
