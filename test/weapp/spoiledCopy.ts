import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export const FIXTURE = path.join(__dirname, "fixture");

/** A copy of a built mini-program in a temporary folder, changed file by file. */
export class SpoiledCopy {
  readonly dist: string;

  constructor(source: string = FIXTURE) {
    this.dist = fs.mkdtempSync(path.join(os.tmpdir(), "weapp-"));
    fs.cpSync(source, this.dist, { recursive: true });
  }

  edit(file: string, change: (text: string) => string): this {
    const full = path.join(this.dist, file);
    const before = fs.readFileSync(full, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file} was not changed`);
    fs.writeFileSync(full, after);
    return this;
  }

  write(file: string, text: string): this {
    fs.mkdirSync(path.dirname(path.join(this.dist, file)), { recursive: true });
    fs.writeFileSync(path.join(this.dist, file), text);
    return this;
  }

  remove(...files: string[]): this {
    for (const file of files) fs.rmSync(path.join(this.dist, file));
    return this;
  }

  discard(): void {
    fs.rmSync(this.dist, { recursive: true, force: true });
  }
}
