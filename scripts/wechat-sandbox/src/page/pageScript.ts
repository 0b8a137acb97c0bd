/** Behaviour of the page in the browser: sends what is tapped, and keeps the live parts fresh. */
export const pageScript = `
const persona = document.body.dataset.persona;
const base = "/personas/" + encodeURIComponent(persona);

async function send(method, path, body) {
  const response = await fetch(path, { method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  return response.ok ? null : answer.error || answer.errMsg || "没有成功";
}

async function refresh() {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    if (next && next.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) part.innerHTML = next.innerHTML;
  }
}

async function act(method, path, body) {
  const problem = await send(method, path, body);
  document.activeElement.blur();
  await refresh();
  const toast = document.querySelector("[data-toast]");
  toast.textContent = problem || "";
  toast.hidden = !problem;
  return problem;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.consent) act("POST", base + "/consent", { templateIds: [button.dataset.template], choice: button.dataset.consent });
  if ("clearFaults" in button.dataset) act("DELETE", "/faults");
});

document.addEventListener("change", (event) => {
  if ("mainSwitch" in event.target.dataset) act("POST", base + "/settings", { mainSwitch: event.target.checked });
});

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = new FormData(event.target);
  const problem = await send("POST", "/faults", { path: fields.get("path"), fault: fields.get("fault"), times: Number(fields.get("times")) });
  document.querySelector("[data-fault-hint]").textContent = problem ? "这个接口没有这种故障" : "";
  await refresh();
});

const chosen = document.querySelector(".persona[aria-current]");
if (chosen) document.querySelector("nav").scrollLeft = chosen.offsetLeft - 16;
setInterval(() => { if (!document.hidden) refresh().catch(() => undefined); }, 2000);
`;
