import {
  NetworkError,
  type ChosenFile,
  type ChosenText,
  type DownloadOptions,
  type FileKind,
  type UploadOptions,
  type UploadTask,
} from "./types";

const ACCEPT: Record<FileKind, string> = {
  photo: "image/jpeg,image/png,image/heic",
  document: ".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.heic",
};

/** Files chosen in this page, by the object URL that stands for them. */
const chosen = new Map<string, File>();

/** Opens the browser's own picker. Closing it answers an empty list where the browser reports that. */
function pick(accept: string, count: number): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = count > 1;
    input.style.display = "none";
    input.setAttribute("aria-hidden", "true");
    document.body.appendChild(input);
    const finish = (files: File[]) => {
      input.remove();
      resolve(files.slice(0, count));
    };
    input.addEventListener("change", () => finish(Array.from(input.files ?? [])));
    input.addEventListener("cancel", () => finish([]));
    input.click();
  });
}

export async function chooseBrowserFiles(kind: FileKind, count: number): Promise<ChosenFile[]> {
  return (await pick(ACCEPT[kind], count)).map(remember);
}

export async function chooseBrowserText(extension: string): Promise<ChosenText | undefined> {
  const [file] = await pick(`.${extension}`, 1);
  return file === undefined ? undefined : { name: file.name, text: await file.text() };
}

function remember(file: File): ChosenFile {
  const path = URL.createObjectURL(file);
  chosen.set(path, file);
  return { path, name: file.name, size: file.size };
}

export function uploadFromBrowser(options: UploadOptions): UploadTask {
  const request = new XMLHttpRequest();
  const done = new Promise<{ status: number; body: string }>((resolve, reject) => {
    const file = chosen.get(options.file.path);
    if (file === undefined) {
      reject(new NetworkError("the chosen file is gone"));
      return;
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(options.fields)) form.append(name, value);
    form.append("file", file, options.file.name);
    request.open("POST", options.url);
    for (const [name, value] of Object.entries(options.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) =>
      options.onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve({ status: request.status, body: request.responseText });
    request.onerror = () => reject(new NetworkError("upload"));
    request.onabort = () => reject(new NetworkError("aborted"));
    request.send(form);
  });
  return { done, abort: () => request.abort() };
}

/** The file is fetched with the session's token, which a plain link could not carry. */
export async function openBrowserFile({ url, name, headers }: DownloadOptions): Promise<void> {
  const answer = await fetch(url, { headers }).catch(() => {
    throw new NetworkError(url);
  });
  if (!answer.ok) throw new NetworkError(`download answered ${answer.status}`);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  if (/\.(pdf|jpe?g|png)$/i.test(name)) link.target = "_blank";
  else link.download = name;
  link.click();
}

/** The object URL of a picture fetched with the session's token. */
export async function loadBrowserPicture({ url, headers }: Omit<DownloadOptions, "name">): Promise<string> {
  const answer = await fetch(url, { headers }).catch(() => {
    throw new NetworkError(url);
  });
  if (!answer.ok) throw new NetworkError(`download answered ${answer.status}`);
  return URL.createObjectURL(await answer.blob());
}

export function showPicture(path: string): void {
  window.open(path, "_blank");
}
