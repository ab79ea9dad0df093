// Watches where the Tab key leads. What can be reached, in its order, is what a person with a mouse can use.
() => {
  const named = e => `${e.tagName.toLowerCase()}${e.className ? '.' + e.className : ''}[${e.getAttribute('name') ?? e.textContent.trim().slice(0, 30)}]`;
  const isChosen = radio => {
    const group = [...document.querySelectorAll('input[type=radio]')].filter(other => other.name === radio.name && other.form === radio.form);
    return radio === (group.find(other => other.checked) ?? group[0]);
  };
  const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }))
    .filter(e => e.type !== 'radio' || isChosen(e));
  const [visited, unseen] = [[], []];
  const shown = e => {
    const looks = [e, ...(e.labels ?? [])].map(one => getComputedStyle(one));
    return looks.some(style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (style.outlineStyle === 'auto'));
  };
  let round = false;
  addEventListener('focusin', event => {
    const e = event.target;
    if (visited.at(-1) === e) return;
    if (visited.length > 1 && e === visited[0]) round = true;
    if (round) return;
    visited.push(e);
    if (!shown(e)) unseen.push(e);
    const box = e.labels?.length && e.closest('.tabs') ? e.labels[0].getBoundingClientRect() : e.getBoundingClientRect();
    if (box.right < 1 || box.bottom < 1 || box.left > innerWidth - 1 || box.top > innerHeight - 1) unseen.push(e);
  });
  window.keyboard = {
    isRound: () => round,
    found: () => [
      ...stops.filter(e => !visited.includes(e)).map(e => `the Tab key does not reach ${named(e)}`),
      ...unseen.map(e => `one does not see that the focus is at ${named(e)}`),
      ...visited.slice(1).flatMap((e, i) => visited[i].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING ? [] : [`the focus goes back from ${named(visited[i])} to ${named(e)}`]),
      ...(round ? [] : [`the focus does not leave ${named(visited.at(-1) ?? document.body)}`]),
      ...(visited[0]?.matches('.skip[href="#content"]') ? [] : ['the way past the header is not the first stop']),
    ],
  };
  return stops.length;
}
