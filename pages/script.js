// What pages do better with a script. Each part looks for its own element and leaves the page alone without it.
'use strict';

/** Keeps a draft while it is typed: some seconds after the last key, under If-Match, and again until it is kept. */
function keepWhatIsTyped(form) {
  const afterTyping = 2000, atTheLatest = 15000, longestPause = 30000;
  const notTyped = new Set(['key', 'version', 'unsaved', 'shown']);
  const place = name => document.querySelector(`[data-place="${name}"]`);
  const said = place('kept'), words = said.dataset;
  let kept = typed(), waiting = null, typingSince = 0, sending = null, failures = 0, leaving = false, theirs = null;
  let stopped = place('conflict')?.childElementCount > 0;

  function fields() {
    return new URLSearchParams(new FormData(form));
  }

  function typed() {
    return new URLSearchParams([...fields()].filter(([name]) => !notTyped.has(name))).toString();
  }

  function isKept() {
    return typed() === kept;
  }

  function say(text) {
    // Screen readers speak what changes: the same minute is not said twice.
    if (said.textContent !== text) said.textContent = text;
  }

  function edition() {
    const unsaved = form.elements.unsaved.value;
    return form.elements.version.value + (unsaved ? '-' + unsaved : '');
  }

  function goOnFrom(tag) {
    const [version, unsaved] = tag.replace(/^(W\/)?"|"$/g, '').split('-');
    form.elements.version.value = version;
    form.elements.unsaved.value = unsaved ?? '';
  }

  function putParts(html) {
    for (const part of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-part]')) {
      const there = place(part.dataset.part);
      if (!there || there.innerHTML === part.innerHTML) continue;
      if (part.dataset.part === 'kept') say(part.textContent); else there.replaceChildren(...part.childNodes);
    }
  }

  function later(pause) {
    clearTimeout(waiting);
    waiting = setTimeout(keep, pause);
  }

  function keep() {
    clearTimeout(waiting);
    if (sending) return sending;
    if (stopped || isKept()) return Promise.resolve();
    typingSince = 0;
    const sent = typed();
    const slow = setTimeout(() => say(words.keeping), 1500);
    sending = send(sent).finally(() => {
      clearTimeout(slow);
      sending = null;
      if (failures > 0) later(Math.min(afterTyping * 2 ** (failures - 1), longestPause));
      else if (!stopped && !isKept() && kept === sent) later(afterTyping);
    });
    return sending;
  }

  async function send(sent) {
    try {
      const answer = await fetch(form.dataset.keep, { method: 'POST', headers: { 'If-Match': `"${edition()}"` }, body: fields() });
      const html = await answer.text();
      if (answer.ok) isKeptNow(answer, html, sent);
      else if (answer.status === 412) differs(answer, html);
      else isNotKept(answer.status);
    } catch {
      failures++;
      say(words.away);
    }
  }

  function isKeptNow(answer, html, sent) {
    goOnFrom(answer.headers.get('ETag'));
    kept = sent;
    failures = 0;
    said.toggleAttribute('data-typing', !isKept());
    putParts(html);
    const address = answer.headers.get('Content-Location');
    if (address) history.replaceState(null, '', address);
  }

  function differs(answer, html) {
    [stopped, failures, theirs] = [true, 0, answer.headers.get('ETag')];
    putParts(html);
    showTakeButtons();
    say(words.differs);
    const title = place('conflict').querySelector('h2');
    title.tabIndex = -1;
    title.focus();
  }

  function isNotKept(status) {
    // Signed out, or storage away: it goes on by itself once that is over. Anything else waits for other words.
    if (status === 401 || status === 429 || status >= 500) {
      failures++;
      say(status === 401 ? words.signedOut : words.away);
    } else {
      failures = 0;
      say(words.refused);
    }
  }

  function showTakeButtons() {
    for (const button of document.querySelectorAll('[data-take]')) {
      const field = document.getElementById(button.dataset.take);
      button.hidden = !(field && 'value' in field && field.matches('input, textarea, select'));
    }
  }

  function take(button) {
    const field = document.getElementById(button.dataset.take);
    field.value = button.dataset.words ?? '';
    button.disabled = true;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function keepMine() {
    goOnFrom(theirs);
    [stopped, theirs] = [false, null];
    place('conflict').replaceChildren();
    form.querySelector('h2, legend')?.scrollIntoView();
    keep();
  }

  form.addEventListener('input', () => {
    if (stopped) return;
    typingSince ||= Date.now();
    said.toggleAttribute('data-typing', true);
    later(Math.max(0, Math.min(afterTyping, typingSince + atTheLatest - Date.now())));
  });

  form.addEventListener('submit', event => {
    if (leaving) return;
    clearTimeout(waiting);
    const { submitter } = event;
    // What is on its way has to arrive first, or the form would begin from what is no longer there. Without a network
    // a browser would leave the page for an error: it stays until something can be sent.
    if (!sending && failures === 0) { leaving = true; return; }
    event.preventDefault();
    const again = () => { if (failures === 0) { leaving = true; form.requestSubmit(submitter); } };
    (sending ?? keep()).then(again);
  });

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-take], [data-keep-mine]');
    if (button?.matches('[data-take]')) take(button);
    else if (button) keepMine();
  });
  addEventListener('beforeunload', event => { if (!leaving && !isKept()) event.preventDefault(); });
  addEventListener('online', () => { if (failures > 0) keep(); });
  addEventListener('pageshow', () => { leaving = false; });

  showTakeButtons();
  if ('typed' in form.dataset) {
    kept = null;
    if (!stopped) later(afterTyping);
  }
}

document.querySelectorAll('form[data-keep]').forEach(keepWhatIsTyped);
