// Marks are sent as they are made and kept on the telephone until the server has them: nothing is lost while it is offline.
const form = document.querySelector("[data-attendance]");
if (form) {
  const key = `attendance ${form.action}`;
  const status = form.querySelector("[data-state]");
  const kept = () => JSON.parse(localStorage.getItem(key) ?? "{}");
  const keep = (marks) => localStorage.setItem(key, JSON.stringify(marks));
  const say = () => {
    const left = Object.keys(kept()).length;
    status.textContent = left ? document.documentElement.lang === "en" ? `${left} not sent yet` : `${left} mục chưa gửi` : "";
  };
  let sending = false;
  const send = async () => {
    const marks = kept();
    if (sending || !Object.keys(marks).length) return;
    sending = true;
    const body = new URLSearchParams({ ...marks, csrf_token: form.elements.csrf_token.value });
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.ok && !answer.redirected) { // a redirection leads to the page for signing in
        const now = kept();
        for (const [name, value] of Object.entries(marks)) if (now[name] === value) delete now[name];
        keep(now);
      }
    } catch { /* offline: the next try sends them */ } finally {
      sending = false;
      say();
    }
  };
  for (const [name, value] of Object.entries(kept())) {
    const choice = form.querySelector(`[name="${name}"][value="${value}"]`);
    if (choice) choice.checked = true;
  }
  form.addEventListener("change", (event) => {
    if (event.target.type !== "radio") return;
    keep({ ...kept(), [event.target.name]: event.target.value });
    say();
    send();
  });
  form.querySelector("[data-find]").addEventListener("input", (event) => {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").toLowerCase();
    const words = plain(event.target.value.replaceAll("Đ", "đ"));
    for (const row of form.querySelectorAll("[data-person]")) row.hidden = !plain(row.dataset.person.replaceAll("Đ", "đ")).includes(words);
  });
  window.addEventListener("online", send);
  setInterval(send, 5000);
  say();
  send();
}
