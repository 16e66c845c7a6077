// Autosave: one request at a time, a pause after the last keystroke, and patience with networks, servers and sessions.
import { apply, parsed } from "./pieces.js";

const PAUSE = 700;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
const PATIENCE = 20_000;
const SMALL = 60_000; // more than this no browser sends after its page is gone
const HEADERS = { "X-Khedmat-Autosave": "1" };
const TOKEN = "csrfmiddlewaretoken";

const address = () => location.pathname + location.search;

// `keep` as in keep.js; `say(name)` shows a sentence; `user`: whose page this is.
export function sending(form, keep, { say, user }) {
  let typed = 0; // changes so far
  let saved = 0; // how many of them the server has
  let wait = FIRST_WAIT;
  let timer = 0;
  let going = null;
  let held = null; // sent and not answered: it goes again as it was, else its writing would look like somebody else's
  let stopped = false;

  function later(pause) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(send, pause);
  }

  function touch() {
    typed += 1;
    if (!keep.put()) say("unkept");
    if (!held || going) later(Math.max(PAUSE, held ? wait : 0));
  }

  function send() {
    clearTimeout(timer);
    going ??= once().finally(() => {
      going = null;
      if (!held && saved < typed) later(PAUSE);
    });
    return going;
  }

  async function once() {
    if (stopped || (!held && saved === typed)) return;
    held ??= { body: new FormData(form), mark: typed, state: keep.state() };
    keep.sending(held.state);
    const slow = setTimeout(() => say("saving"), PAUSE);
    const answer = await post(held.body).catch(() => null);
    clearTimeout(slow);
    await (TAKE[answer?.status] ?? other)(answer);
  }

  async function post(body) {
    const sent = await fetch(address(), { method: "POST", headers: HEADERS, body, signal: AbortSignal.timeout(PATIENCE) });
    return { status: sent.status, page: parsed(await sent.text()) };
  }

  function patiently(name) {
    say(name);
    later(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function stop(answer, name) {
    stopped = true;
    clearTimeout(timer);
    if (answer.page.getElementById("trouble")) apply(answer.page);
    else say("refused");
    say(name);
  }

  function done(answer) {
    if (!answer.page.getElementById("revision")) return patiently("server"); // some gateway answered, not Khedmat
    apply(answer.page);
    saved = held.mark;
    const isWhole = document.getElementById("trouble")?.hidden ?? true;
    if (isWhole) keep.saved(held.state);
    held = null;
    wait = FIRST_WAIT;
    if (saved === typed) say(isWhole ? "saved" : "partly");
  }

  const freshPage = () => fetch(address()).then((got) => got.text()).then(parsed).catch(() => null);

  // The token is older than the last sign-in: the page has a new one, if the same person signed in.
  async function renew(answer) {
    const fresh = await freshPage();
    const known = fresh?.getElementById("sentences")?.dataset.user;
    const token = fresh?.querySelector(`#editor [name=${TOKEN}]`)?.value;
    if (!known || !token) return patiently(fresh ? "lost" : "offline");
    if (known !== user) return stop(answer, "stranger");
    return again(answer, TOKEN, token);
  }

  // Two people, or one and the same: a text of this page that arrived without an answer is no conflict.
  async function clash(answer) {
    const fresh = (await freshPage())?.getElementById("editor");
    if (!fresh || !keep.isMine(fresh)) return stop(answer, "stopped");
    return again(answer, "revision", fresh.elements.revision.value);
  }

  // The same texts once more with what the fresh page says; what it said before cannot help.
  function again(answer, name, value) {
    if (held.body.get(name) === value) return stop(answer, "stopped");
    held.body.set(name, value);
    form.elements[name].value = value;
    return once();
  }

  function other(answer) {
    const isPassing = !answer || answer.status >= 500 || [408, 429].includes(answer.status);
    if (isPassing) patiently(answer ? "server" : "offline");
    else stop(answer, "stopped");
  }

  const TAKE = { 200: done, 401: () => patiently("lost"), 403: renew, 409: clash };

  // Whether the server has all; tries once more now.
  async function flush() {
    if (going) await going;
    while (!stopped && (held || saved < typed)) {
      const before = saved;
      await send();
      if (saved === before) return false;
    }
    return !stopped;
  }

  // The page goes away: a last word, unless one is on its way.
  function leave() {
    if (stopped || held || saved === typed) return;
    keep.sending(keep.state());
    const body = new URLSearchParams(new FormData(form));
    if (body.toString().length < SMALL) fetch(address(), { method: "POST", headers: HEADERS, body, keepalive: true }).catch(() => {});
  }

  const retry = () => (held || saved < typed) && send();
  const isSaved = () => !going && !held && saved === typed;
  return { touch, flush, leave, retry, isSaved, isStopped: () => stopped };
}
