import { readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "@tarojs/cli";

/** Taro is run inside `miniapp/`; the contract that both sides share is compiled from source next to it. */
const sharedSource = path.resolve(process.cwd(), "../shared");

/** Attributes that Taro leaves out of its templates unless it is told to bind them. */
const ariaAttributes = [
  "aria-role",
  "aria-label",
  "aria-hidden",
  "aria-checked",
  "aria-selected",
  "aria-expanded",
  "aria-disabled",
  "aria-live",
  "aria-modal",
  "aria-labelledby",
];

/** npm may nest this package under `miniapp`, where Taro's browser runtime at the root does not see it. */
const reactPlugin = path.dirname(require.resolve("@tarojs/plugin-framework-react/package.json"));

const ariaProps = Object.fromEntries(ariaAttributes.map((name) => [name, "''"]));

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** Builds land in `dist`, or in the folder that `MINIAPP_DIST` names. */
const outputFolder = path.relative(process.cwd(), process.env.MINIAPP_DIST ?? "dist");

const isWeapp = process.env.TARO_ENV === "weapp";
const productionUrl = process.env.TALENT_API_BASE_URL;
const apiBaseUrl = isWeapp ? (productionUrl ?? "http://127.0.0.1:3000") : "";

export default defineConfig<"webpack5">(async () => ({
  projectName: "talent-one-stop",
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: "src",
  outputRoot: `${outputFolder}/${process.env.TARO_ENV}`,
  framework: "react",
  alias: { "@tarojs/plugin-framework-react": reactPlugin },
  compiler: { type: "webpack5", prebundle: { enable: false } },
  // A second build from the cache leaves modules out of subpackages, and their pages do not open.
  cache: { enable: false },
  plugins: [
    [
      "@tarojs/plugin-inject",
      {
        components: {
          View: ariaProps,
          Text: ariaProps,
          Image: ariaProps,
          Button: ariaProps,
          Input: ariaProps,
          Textarea: ariaProps,
          ScrollView: ariaProps,
        },
      },
    ],
  ],
  defineConstants: {
    APP_VERSION: JSON.stringify(version),
    API_BASE_URL: JSON.stringify(apiBaseUrl),
    API_BASE_URL_IS_FIXED: JSON.stringify(!isWeapp || productionUrl !== undefined),
  },
  jsMinimizer: "terser",
  // A Chinese character is three bytes, its escape six.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    compile: { include: [sharedSource] },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    miniCssExtractPluginOption: { ignoreOrder: true },
    // Not `minifyXML`: it drops the end tag of <input>, and WeChat refuses the whole template (Taro issues 10848, 11928).
  },
  h5: {
    publicPath: "/",
    staticDirectory: "static",
    router: { mode: "hash" },
    compile: { include: [sharedSource] },
    // The desktop browser shows the same sizes as the phone: px stays px.
    postcss: {
      pxtransform: {
        enable: true,
        config: { targetUnit: "px", baseFontSize: 1, minRootSize: 1, maxRootSize: 1 },
      },
      autoprefixer: { enable: true },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: "css/[name].[contenthash:8].css" },
    output: { filename: "js/[name].[contenthash:8].js", chunkFilename: "js/[name].[contenthash:8].js" },
    // What several pages use is one file, instead of a copy in each page's.
    webpackChain(chain) {
      chain.optimization.splitChunks({
        chunks: "all",
        cacheGroups: { shared: { name: "shared", minChunks: 2, priority: 10, reuseExistingChunk: true } },
      });
    },
  },
}));
