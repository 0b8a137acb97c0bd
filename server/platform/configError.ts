/** A sentence for the operator about what is wrong with the environment. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
