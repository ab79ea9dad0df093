// What pages do better with a script. Each part looks for its own element and leaves the page alone without it.
'use strict';

/** Keeps a draft while it is typed: some seconds after the last key, under If-Match, and again until it is kept. */
function keepWhatIsTyped(form) {
  const afterTyping = 2000, atTheLatest = 15000, longestPause = 30000;
  const notTyped = new Set(['key', 'version', 'unsaved', 'base', 'shown', 'partner']);
  const place = name => document.querySelector(`[data-place="${name}"]`);
  const said = place('kept'), words = said.dataset;
  let kept = typed(), waiting = null, typingSince = 0, sending = null, failures = 0, leaving = false, theirs = null, theirBase = null;
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

  function goOnFrom(tag, base) {
    if (base && form.elements.base) form.elements.base.value = base;
    const [version, unsaved] = tag.replace(/^(W\/)?"|"$/g, '').split('-');
    form.elements.version.value = version;
    form.elements.unsaved.value = unsaved ?? '';
  }

  function putParts(html) {
    const parts = new DOMParser().parseFromString(html, 'text/html');
    const { base, merged } = parts.querySelector('[data-base]')?.dataset ?? {};
    for (const part of parts.querySelectorAll('[data-part]')) {
      const there = place(part.dataset.part);
      if (!there || there.innerHTML === part.innerHTML) continue;
      if (part.dataset.part === 'kept') say(part.textContent); else there.replaceChildren(...part.childNodes);
    }
    return { base, isMerged: merged !== undefined };
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
    kept = sent;
    failures = 0;
    said.toggleAttribute('data-typing', !isKept());
    goOnFrom(answer.headers.get('ETag'), putParts(html).base);
    const address = answer.headers.get('Content-Location');
    if (address) history.replaceState(null, '', address);
  }

  function differs(answer, html) {
    [stopped, failures, theirs] = [true, 0, answer.headers.get('ETag')];
    const { base, isMerged } = putParts(html);
    theirBase = base;
    // What only the other changed stands in the form at once; what both changed waits for a choice.
    for (const taken of place('conflict').querySelectorAll('[data-put]')) put(fieldOf(taken.dataset.put), taken.dataset.words);
    if (isMerged) {
      goOn();
      return;
    }
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

  /** Where the words of a field stand: a field to type in may stand for a select. */
  function fieldOf(id) {
    const field = document.getElementById(id);
    return field?.dataset.stands ? document.getElementById(field.dataset.stands) : field;
  }

  function showTakeButtons() {
    for (const button of document.querySelectorAll('[data-take]')) {
      const field = fieldOf(button.dataset.take);
      button.hidden = !(field && 'value' in field && field.matches('input, textarea, select'));
    }
  }

  function put(field, text) {
    if (!field) return;
    field.value = text ?? '';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function take(button) {
    put(fieldOf(button.dataset.take), button.dataset.words);
    button.disabled = true;
  }

  function goOn() {
    goOnFrom(theirs, theirBase);
    [stopped, theirs, theirBase] = [false, null, null];
    later(0);
  }

  function keepMine() {
    place('conflict').replaceChildren();
    form.querySelector('h2, legend')?.scrollIntoView();
    goOn();
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

/**
 * A select with many options becomes a field to type in (WAI-ARIA's combobox with a list). The select stays, out of sight, and is
 * what the form sends. What is typed is looked for by the site, in any language; without a network in the options' own words.
 */
function findByTyping(field, { of, list, choose, shown }) {
  const box = document.createElement('ul');
  const status = Object.assign(document.createElement('span'), { className: 'sr' });
  const words = field.form.dataset;
  let items = [], active = -1, asked = 0, waiting = null;
  box.id = field.id + '-list';
  box.className = 'choices-found';
  box.hidden = true;
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', field.labels?.[0]?.textContent ?? '');
  status.setAttribute('role', 'status');
  for (const [name, value] of Object.entries({ role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': box.id }))
    field.setAttribute(name, value);
  field.parentElement.classList.add('combobox');
  field.after(box, status);

  function close() {
    box.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
    active = -1;
  }

  function show(found) {
    items = found;
    active = -1;
    box.replaceChildren(...items.map((item, place) => {
      const option = Object.assign(document.createElement('li'), { id: `${box.id}-${place}`, textContent: item.name });
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      if (item.detail) option.append(' ', Object.assign(document.createElement('span'), { className: 'quiet', textContent: item.detail }));
      // Before the field loses the focus: a click's second half would come too late.
      option.addEventListener('pointerdown', event => { event.preventDefault(); take(place); });
      return option;
    }));
    box.hidden = items.length === 0;
    field.setAttribute('aria-expanded', String(items.length > 0));
    status.textContent = items.length === 0 ? words.none : words.found.replace('{0}', items.length);
  }

  function move(to) {
    if (box.hidden) { look(field.value); return; }
    box.children[active]?.setAttribute('aria-selected', 'false');
    active = (to + items.length) % items.length;
    box.children[active].setAttribute('aria-selected', 'true');
    box.children[active].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', box.children[active].id);
  }

  function take(place) {
    choose(items[place]);
    close();
    status.textContent = '';
  }

  async function look(typed) {
    const mine = ++asked;
    let found;
    try {
      const answer = await fetch(`/api/choices/${of}?q=${encodeURIComponent(typed.slice(0, 100))}`);
      found = answer.ok ? (await answer.json()).items : list(typed);
    } catch {
      found = list(typed);
    }
    // An answer that was overtaken by the next key is nobody's.
    if (mine === asked && document.activeElement === field) show(found.filter(item => list('', item.id)));
  }

  field.addEventListener('input', event => {
    event.stopPropagation();
    clearTimeout(waiting);
    waiting = setTimeout(() => look(field.value), 120);
  });
  field.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active < 0 ? items.length - 1 : active - 1);
    else if (event.key === 'Enter' && !box.hidden) take(Math.max(active, 0));
    else if (event.key === 'Escape' && !box.hidden) close();
    else return;
    event.preventDefault();
  });
  field.addEventListener('focus', () => field.select());
  field.addEventListener('blur', () => { clearTimeout(waiting); asked++; close(); field.value = shown(field.value); });
}

function typeInsteadOfSelecting(select) {
  const field = Object.assign(document.createElement('input'), { type: 'text', id: select.id, className: 'typed-choice' });
  const options = [...select.options];
  const name = () => select.value ? select.selectedOptions[0].textContent : '';
  for (const attribute of ['aria-describedby', 'aria-invalid'])
    if (select.hasAttribute(attribute)) field.setAttribute(attribute, select.getAttribute(attribute));
  // The label, and links to what is wrong, lead to where one types.
  select.id += '-value';
  field.dataset.stands = select.id;
  field.placeholder = select.form.dataset.type;
  select.before(field);
  select.hidden = true;
  field.value = name();

  const set = value => {
    if (select.value !== value) {
      select.value = value;
      select.dispatchEvent(new Event('input', { bubbles: true }));
    }
    field.value = name();
  };
  select.addEventListener('change', () => { field.value = name(); });
  findByTyping(field, {
    of: select.dataset.choices,
    list: (typed, id) => id !== undefined
      ? options.some(option => option.value === id)
      : options.filter(option => option.value && option.textContent.includes(typed)).slice(0, 12).map(option => ({ id: option.value, name: option.textContent, detail: '' })),
    choose: item => set(item.id),
    // Emptied: nothing is chosen. Anything else that was not chosen is taken back.
    shown: typed => { if (typed.trim() === '') set(''); return name(); },
  });
}

function findPartners(place) {
  const field = place.querySelector('input');
  place.querySelector('button').hidden = true;
  findByTyping(field, {
    of: 'counterparties',
    list: (typed, id) => id !== undefined ? true : [],
    choose: item => { fillPartner(field.form, item.counterparty); field.value = item.name; },
    shown: typed => typed,
  });
}

function fillPartner(form, partner) {
  const put = (name, value) => {
    const field = form.elements[name];
    if (!field || value === undefined) return;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const language of new Set([...form.querySelectorAll('[name^="counterpartyName."]')].map(field => field.name.split('.')[1]))) {
    put(`counterpartyName.${language}`, partner.name[language] ?? '');
    put(`counterpartyPlace.${language}`, partner.place[language] ?? '');
  }
  put('country', partner.country);
  if ([...form.elements.mission.options].some(option => option.value === partner.country)) put('mission', partner.country);
}

document.querySelectorAll('select[data-choices]').forEach(typeInsteadOfSelecting);
document.querySelectorAll('[data-partners]').forEach(findPartners);

/**
 * Refreshes numbers in their places while somebody looks at them. An answer that nothing changed brings only its time. A screen
 * reader is told of changes in what needs attention, and of nothing else.
 */
function refreshNumbers(numbers) {
  const pause = 20000, longestPause = 300000;
  const place = name => document.querySelector(`[data-place="${name}"]`);
  const [said, asOf] = [place('said'), place('as-of')];
  const seoul = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  let tag = '', failures = 0, waiting = null, asked = Date.now(), isAsking = false, stopped = false;

  const trouble = () => numbers.querySelector('[data-trouble]')?.dataset.trouble ?? '';

  function say(text) {
    if (said.textContent !== text) said.textContent = text;
  }

  /** What was open stays open, and who stood on a link or a summary stands on it again. */
  function put(html) {
    const before = trouble();
    const open = [...numbers.querySelectorAll('details[open]')].map(one => one.id);
    const active = numbers.contains(document.activeElement) ? document.activeElement : null;
    const [link, summary] = [active?.getAttribute('href'), active?.closest('details')?.id];
    for (const part of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-part]'))
      place(part.dataset.part)?.replaceChildren(...part.childNodes);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    if (active) (link ? numbers.querySelector(`a[href="${CSS.escape(link)}"]`) : summary && document.getElementById(summary)?.querySelector('summary'))?.focus({ preventScroll: true });
    say(trouble() === before ? '' : trouble());
  }

  function noteTime(answer) {
    const at = new Date(answer.headers.get('Date') ?? Date.now());
    asOf.dateTime = at.toISOString();
    asOf.textContent = seoul.format(at);
  }

  async function ask() {
    isAsking = true;
    asked = Date.now();
    try {
      const answer = await fetch(numbers.dataset.refresh, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' });
      // Signed out, or not for this person any more: the next click says so.
      if (answer.status === 401 || answer.status === 403) stopped = true;
      else if (answer.status !== 200 && answer.status !== 304) throw new Error(String(answer.status));
      else {
        failures = 0;
        if (answer.status === 200) { put(await answer.text()); tag = answer.headers.get('ETag') ?? ''; }
        else say('');
        noteTime(answer);
      }
    } catch {
      if (++failures === 3) say(numbers.dataset.away);
    } finally {
      isAsking = false;
      later();
    }
  }

  function later() {
    clearTimeout(waiting);
    if (stopped || isAsking || document.hidden) return;
    const wanted = Math.min(pause * 2 ** failures, longestPause);
    waiting = setTimeout(ask, Math.max(0, asked + wanted - Date.now()));
  }

  document.addEventListener('visibilitychange', later);
  later();
}

document.querySelectorAll('[data-refresh]').forEach(refreshNumbers);
