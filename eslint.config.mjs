import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** What WeChat's logic layer lacks, or has only on some devices. */
const ABSENT_IN_WECHAT = [
  "Intl",
  "URL",
  "URLSearchParams",
  "FormData",
  "AbortController",
  "fetch",
  "Headers",
  "TextEncoder",
  "TextDecoder",
  "structuredClone",
  "crypto",
  "Buffer",
  "process",
  "localStorage",
  "window",
  "document",
];
const absentGlobals = (names) =>
  names.map((name) => ({ name, message: "WeChat's logic layer lacks it; go through platform/." }));

const LOCALE_CALLS = {
  selector:
    "CallExpression[callee.property.name=/^(toLocaleString|toLocaleDateString|toLocaleTimeString|localeCompare)$/]",
  message:
    "Needs Intl, which WeChat's logic layer lacks on Android: use shared/labels/dateText or plain code.",
};
const CODE_FROM_TEXT = {
  selector: ":matches(NewExpression, CallExpression)[callee.name='Function']",
  message: "WeChat forbids code made from text.",
};
const REAL_TIME = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Time comes from the injected clock.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Time comes from the injected clock.",
  },
];

export default tseslint.config(
  {
    ignores: ["**/dist/**", "**/node_modules/**", ".data*/**", ".artifacts/**", "test/weapp/fixture/**"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: globals.node,
    },
    rules: {
      complexity: ["error", 18],
      eqeqeq: "error",
      "max-depth": ["error", 5],
      "max-lines": ["error", { max: 400 }],
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-implied-eval": "error",
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["@talent/*/dist/*"], message: "Import the source, not a build." }] },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      // Values of unknown kind are shown as they are; objects of closures have no `this` to lose.
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["miniapp/src/**/*.{ts,tsx}", "shared/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...absentGlobals(ABSENT_IN_WECHAT)],
      "no-restricted-syntax": ["error", LOCALE_CALLS, CODE_FROM_TEXT],
    },
  },
  {
    files: ["miniapp/src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    // Taro replaces process.env.TARO_ENV and the other defines while it builds.
    files: ["miniapp/src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...absentGlobals(ABSENT_IN_WECHAT.filter((name) => name !== "process")),
      ],
    },
  },
  {
    // Only the browser build runs these.
    files: [
      "miniapp/src/platform/h5*.ts",
      "miniapp/src/platform/sandboxPersona.ts",
      "miniapp/src/components/staff/browser/**/*.ts",
    ],
    rules: { "no-restricted-globals": "off" },
  },
  {
    files: ["shared/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", LOCALE_CALLS, CODE_FROM_TEXT, ...REAL_TIME] },
  },
  {
    files: ["server/features/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...REAL_TIME] },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "max-lines-per-function": "off",
      // Answers of the system under test are JSON: their shape is what the test asserts.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
);
