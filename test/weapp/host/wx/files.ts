import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { WxFailure } from "../api";
import type { Phone, WxPart } from "./part";
import { acknowledged } from "./part";

export const USER_DATA_PATH = "wxfile://usr";

interface ReadOptions {
  filePath: string;
  encoding?: BufferEncoding;
}

interface WriteOptions extends ReadOptions {
  data: string | ArrayBuffer;
}

interface Callbacks {
  success?: (value: object) => void;
  fail?: (value: object) => void;
  complete?: (value: object) => void;
}

const IMAGE = /\.(png|jpe?g|gif|webp|heic)$/i;

/** Files on the phone: what the person chooses, what was downloaded, what the mini-program wrote. */
export class Files {
  /** Documents that were opened and pictures that were looked at, by path. */
  readonly opened: string[] = [];
  readonly savedToAlbum: string[] = [];
  private readonly temporary = new Map<string, Uint8Array>();
  private readonly names = new Map<string, string>();
  private readonly queue: string[][] = [];

  constructor(private readonly phone: Phone) {}

  /** What the person picks when the mini-program next asks for files: paths on this computer's disk; none cancels. */
  chooseNext(...paths: string[]): void {
    this.queue.push(paths);
  }

  /** Keeps bytes as a temporary file and returns its path. */
  keep(data: Uint8Array, name: string): string {
    const temporaryPath = `http://tmp/${randomUUID().replaceAll("-", "")}${path.extname(name)}`;
    this.temporary.set(temporaryPath, data);
    this.names.set(temporaryPath, name);
    return temporaryPath;
  }

  read(filePath: string): Uint8Array | undefined {
    return this.temporary.get(filePath) ?? this.phone.files.get(filePath);
  }

  write(filePath: string, data: Uint8Array): void {
    if (!filePath.startsWith(USER_DATA_PATH)) throw new WxFailure(`permission denied, open "${filePath}"`);
    this.phone.files.set(filePath, data);
  }

  part(): WxPart {
    return {
      asyncApis: {
        chooseMedia: ({ count = 9 }: { count?: number }) => this.chooseMedia(count),
        chooseImage: ({ count = 9 }: { count?: number }) => this.chooseImage(count),
        chooseMessageFile: ({ count = 9 }: { count?: number }) => this.chooseMessageFile(count),
        previewImage: ({ urls, current }: { urls: string[]; current?: string }) =>
          void this.opened.push(current ?? urls[0] ?? ""),
        previewMedia: ({ sources }: { sources: { url: string }[] }) =>
          void this.opened.push(sources[0]?.url ?? ""),
        openDocument: ({ filePath }: ReadOptions) => void this.opened.push(this.mustExist(filePath)),
        saveImageToPhotosAlbum: ({ filePath }: ReadOptions) =>
          void this.savedToAlbum.push(this.mustExist(filePath)),
        getFileInfo: ({ filePath }: ReadOptions) => ({ size: this.bytes(filePath).byteLength }),
        getImageInfo: ({ src }: { src: string }) => ({
          path: this.mustExist(src),
          width: 100,
          height: 100,
          type: "png",
          orientation: "up",
        }),
        compressImage: ({ src }: { src: string }) => ({ tempFilePath: this.mustExist(src) }),
        ...acknowledged("addFileToFavorites"),
      },
      syncApis: { getFileSystemManager: () => this.fileSystemManager() },
    };
  }

  private take(count: number): { path: string; name: string; size: number }[] {
    const chosen = this.queue.shift() ?? [];
    if (chosen.length === 0) throw new WxFailure("cancel");
    if (chosen.length > count)
      throw new Error(`the test chose ${chosen.length} files where ${count} are allowed`);
    return chosen.map((file) => {
      const data = fs.readFileSync(file);
      return { path: this.keep(data, path.basename(file)), name: path.basename(file), size: data.byteLength };
    });
  }

  private chooseMedia(count: number): object {
    const tempFiles = this.take(count).map(({ path: tempFilePath, size, name }) => ({
      tempFilePath,
      size,
      fileType: IMAGE.test(name) ? "image" : "video",
    }));
    return { tempFiles, type: tempFiles[0]?.fileType };
  }

  private chooseImage(count: number): object {
    const tempFiles = this.take(count).map(({ path: place, size }) => ({ path: place, size }));
    return { tempFiles, tempFilePaths: tempFiles.map((file) => file.path) };
  }

  private chooseMessageFile(count: number): object {
    const type = (name: string): string => (IMAGE.test(name) ? "image" : "file");
    return { tempFiles: this.take(count).map((file) => ({ ...file, time: 0, type: type(file.name) })) };
  }

  private bytes(filePath: string): Uint8Array {
    const data = this.read(filePath);
    if (!data) throw new WxFailure(`no such file or directory, open "${filePath}"`);
    return data;
  }

  private mustExist(filePath: string): string {
    if (!/^https?:\/\/(?!tmp\/)/.test(filePath)) this.bytes(filePath);
    return filePath;
  }

  private decode({ filePath, encoding }: ReadOptions): string | ArrayBuffer {
    const data = this.bytes(filePath);
    if (encoding) return Buffer.from(data).toString(encoding);
    return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer;
  }

  private encode({ filePath, data, encoding = "utf8" }: WriteOptions): void {
    this.write(filePath, typeof data === "string" ? Buffer.from(data, encoding) : new Uint8Array(data));
  }

  private fileSystemManager(): object {
    const remove = (filePath: string): void => void (this.bytes(filePath), this.phone.files.delete(filePath));
    return {
      readFile: called((options: ReadOptions) => ({ data: this.decode(options) }), "readFile"),
      writeFile: called((options: WriteOptions) => this.encode(options), "writeFile"),
      unlink: called(({ filePath }: ReadOptions) => remove(filePath), "unlink"),
      access: called(({ path: place }: { path: string }) => void this.bytes(place), "access"),
      getFileInfo: called(
        ({ filePath }: ReadOptions) => ({ size: this.bytes(filePath).byteLength }),
        "getFileInfo",
      ),
      readFileSync: (filePath: string, encoding?: BufferEncoding) => this.decode({ filePath, encoding }),
      writeFileSync: (filePath: string, data: string | ArrayBuffer, encoding?: BufferEncoding) =>
        this.encode({ filePath, data, encoding }),
      unlinkSync: remove,
      accessSync: (place: string) => void this.bytes(place),
    };
  }
}

/** A function of the file system manager: it has callbacks, but gives no promise. */
function called<Options>(
  run: (options: Options) => object | void,
  name: string,
): (options: Options & Callbacks) => void {
  return (options) => {
    void Promise.resolve()
      .then(() => run(options))
      .then(
        (value) => ({ listener: options.success, value: { errMsg: `${name}:ok`, ...value } }),
        (cause: Error) => ({ listener: options.fail, value: { errMsg: `${name}:fail ${cause.message}` } }),
      )
      .then(({ listener, value }) => {
        listener?.(value);
        options.complete?.(value);
      });
  };
}
