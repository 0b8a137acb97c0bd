/** ESM-only packages that jest has to transform, because the suite runs as CommonJS. */
const esmPackages = [
  "jose",
  "agenda",
  "@agendajs",
  "file-type",
  "strtok3",
  "token-types",
  "@tokenizer",
  "@borewit",
  "uint8array-extras",
  "nanoid",
  "date\\.js",
  "uqr",
  "@seriousme",
];

/** @type {import("jest").Config} */
const node = {
  testEnvironment: "node",
  transform: {
    "\\.(t|j|mj)sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join("|")})/)`],
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "cjs", "json"],
};

module.exports = {
  ...node,
  reporters: ["default", "<rootDir>/scripts/testReporter.cjs"],
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testTimeout: 30000,
  maxWorkers: 2,
};
