// What is typed is kept on this device until the server has it: under the person, the version and the page.
import { changes, read, same, write } from "./state.js";

const OLDEST = 60 * 24 * 3600 * 1000;
const MOST = 5;
const ROOT = "khedmat-kept:";

function records(start) {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(start));
  const found = keys.map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }));
  return found.sort((one, other) => one.at - other.at);
}

// `where`: user, version and section. Every opened page keeps under a name of its own, so that two tabs never mix.
export function keeping(form, where) {
  const start = `${ROOT}${where.user}:${where.version}:${where.section}:`;
  const key = start + Math.random().toString(36).slice(2);
  const revision = () => form.elements.revision.value;
  let base = read(form);
  let sent = {}; // box → texts that went out and may have arrived

  // False where the device keeps nothing: full, or forbidden by the browser.
  function put() {
    const now = read(form);
    const boxes = changes(base, now).map((box) => [box, { was: base[box], now: now[box], sent: sent[box] }]);
    try {
      if (boxes.length) localStorage.setItem(key, JSON.stringify({ at: Date.now(), revision: revision(), boxes }));
      else localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }

  function sending(state) {
    for (const box of changes(base, state)) sent[box] = [...(sent[box] ?? []), state[box]].slice(-MOST);
    return put();
  }

  // The server has all of `state`; what was typed since is still kept.
  function saved(state) {
    base = state;
    sent = {};
    put();
  }

  // What an earlier page could not send comes back into the fields. A box that somebody else changed meanwhile goes out
  // with the revision that the earlier page saw, so that both texts are shown to be chosen from.
  function restore() {
    const page = read(form);
    let first = revision();
    let isBack = false;
    for (const record of kept()) {
      for (const [box, { was, now, sent: gone }] of record.boxes) {
        if (!(box in page) || same(now, page[box])) continue;
        write(form, box, now);
        isBack = true;
        base[box] = was ?? page[box];
        sent[box] = [...(gone ?? []), now].slice(-MOST);
        if (![base[box], ...sent[box]].some((text) => same(text, page[box]))) first = Math.min(first, record.revision);
      }
    }
    form.elements.revision.value = first;
    put();
    forget();
    return isBack;
  }

  // A page that came back with refused texts shows them already: they are unsaved as they were before.
  function resume() {
    for (const { was, box } of kept().flatMap((record) => record.boxes.map(([name, said]) => ({ box: name, ...said })))) {
      if (was) base[box] = was;
    }
    put();
    forget();
  }

  // What both sides were shown and settled is not asked again.
  function kept() {
    try {
      const found = records(start).filter((record) => record.key !== key);
      return found.filter((record) => record.settled === undefined || Number(revision()) <= record.settled);
    } catch {
      return [];
    }
  }

  function forget() {
    try {
      for (const record of records(start)) if (record.key !== key) localStorage.removeItem(record.key);
      const old = records(`${ROOT}${where.user}:`).filter((record) => Date.now() - record.at > OLDEST);
      for (const record of old) localStorage.removeItem(record.key);
    } catch {
      // A device that keeps nothing has nothing to forget.
    }
  }

  // Whether a fresh page shows only texts of this person where this page has changed something.
  function isMine(fresh) {
    const [now, page] = [read(form), read(fresh)];
    return changes(base, now).every((box) => [base[box], now[box], ...(sent[box] ?? [])].some((text) => same(text, page[box])));
  }

  return { put, sending, saved, restore, resume, isMine, state: () => read(form) };
}

// The person chose on the conflict page, which showed `revision`: with a later one on the next page, the choice has
// arrived. Who takes back every own text (`isWritten` false) writes nothing.
export function settle(where, revision, isWritten) {
  for (const { key, ...record } of records(`${ROOT}${where.user}:${where.version}:${where.section}:`)) {
    if (isWritten) localStorage.setItem(key, JSON.stringify({ ...record, settled: revision }));
    else localStorage.removeItem(key);
  }
}
