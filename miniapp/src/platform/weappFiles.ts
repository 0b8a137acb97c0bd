import Taro from "@tarojs/taro";
import {
  NetworkError,
  RefusedByDevice,
  type ChosenFile,
  type ChosenText,
  type DownloadOptions,
  type FileKind,
  type UploadOptions,
  type UploadTask,
} from "./types";

const DOCUMENT_EXTENSIONS = ["pdf", "docx", "xlsx", "jpg", "jpeg", "png", "heic"];
const PICTURE = /\.(jpe?g|png|heic)$/i;

/** Message that WeChat gives when the person closes a picker. */
const CANCELLED = /cancel/i;

export async function chooseWeappFiles(kind: FileKind, count: number): Promise<ChosenFile[]> {
  return (await unlessCancelled(kind === "photo" ? choosePhotos(count) : chooseDocuments(count))) ?? [];
}

/** What a picker answers, or nothing when the person closed it. */
async function unlessCancelled<T>(choosing: Promise<T>): Promise<T | undefined> {
  try {
    return await choosing;
  } catch (error) {
    const message = (error as { errMsg?: string }).errMsg ?? "";
    if (CANCELLED.test(message)) return undefined;
    throw new RefusedByDevice(message);
  }
}

function readText(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      encoding: "utf8",
      success: ({ data }) => resolve(typeof data === "string" ? data : ""),
      fail: ({ errMsg }) => reject(new RefusedByDevice(errMsg)),
    });
  });
}

export async function chooseWeappText(extension: string): Promise<ChosenText | undefined> {
  const chosen = await unlessCancelled(
    Taro.chooseMessageFile({ count: 1, type: "file", extension: [extension] }),
  );
  const file = chosen?.tempFiles[0];
  return file === undefined ? undefined : { name: file.name, text: await readText(file.path) };
}

async function choosePhotos(count: number): Promise<ChosenFile[]> {
  const { tempFiles } = await Taro.chooseMedia({
    count,
    mediaType: ["image"],
    sizeType: ["original", "compressed"],
  });
  return tempFiles.map((file) => ({
    path: file.tempFilePath,
    name: photoName(file.tempFilePath),
    size: file.size,
  }));
}

async function chooseDocuments(count: number): Promise<ChosenFile[]> {
  const { tempFiles } = await Taro.chooseMessageFile({ count, type: "file", extension: DOCUMENT_EXTENSIONS });
  return tempFiles.map((file) => ({ path: file.path, name: file.name, size: file.size }));
}

/** WeChat tells no name of a photo, only a path of random letters. */
function photoName(path: string): string {
  return `照片${path.slice(path.lastIndexOf("."))}`;
}

export function uploadFromWeapp(options: UploadOptions): UploadTask {
  let abort: () => void = () => undefined;
  const done = new Promise<{ status: number; body: string }>((resolve, reject) => {
    const task = Taro.uploadFile({
      url: options.url,
      filePath: options.file.path,
      name: "file",
      header: options.headers,
      formData: options.fields,
      success: (answer) => resolve({ status: answer.statusCode, body: answer.data }),
      fail: (error) => reject(new NetworkError(error.errMsg)),
    });
    // Taro rejects its promise beside calling `fail`, which has told the failure already.
    task.catch(() => undefined);
    task.onProgressUpdate(({ progress }) => options.onProgress(progress / 100));
    abort = () => task.abort();
  });
  return { done, abort: () => abort() };
}

/** Pictures open in WeChat's viewer, documents in its reader. */
export async function openWeappFile({ url, name, headers }: DownloadOptions): Promise<void> {
  const answer = await Taro.downloadFile({ url, header: headers }).catch(() => {
    throw new NetworkError(url);
  });
  if (answer.statusCode !== 200) throw new NetworkError(`download answered ${answer.statusCode}`);
  if (PICTURE.test(name))
    await Taro.previewImage({ urls: [answer.tempFilePath], current: answer.tempFilePath });
  else await Taro.openDocument({ filePath: answer.tempFilePath, showMenu: false });
}

export async function loadWeappPicture({ url, headers }: Omit<DownloadOptions, "name">): Promise<string> {
  const answer = await Taro.downloadFile({ url, header: headers }).catch(() => {
    throw new NetworkError(url);
  });
  if (answer.statusCode !== 200) throw new NetworkError(`download answered ${answer.statusCode}`);
  return answer.tempFilePath;
}
