// Shows one sample after the other in a frame and looks at each. One call for many: what costs time is asking, not looking.
window.looks = (() => {
  const frame = document.createElement('iframe');
  frame.style.border = '0';
  frame.style.height = '900px';
  document.body.style.margin = '0';
  document.body.append(frame);
  const loaded = begin => new Promise(done => {
    frame.addEventListener('load', done, { once: true });
    begin();
  });
  const settled = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const widen = width => { frame.style.width = `${width}px`; };
  const named = e => `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${[...e.classList].map(c => '.' + c).join('')} "${(e.textContent || e.getAttribute('name') || '').trim().slice(0, 40)}"`;

  // The page wider than its window, words cut off, and what is too small for a finger.
  const layout = targets => {
    const [{ document: page, innerWidth }, found] = [frame.contentWindow, []];
    const style = e => frame.contentWindow.getComputedStyle(e);
    const seen = e => e.getClientRects().length > 0 && !e.closest('.sr, .skip, .default-button') && style(e).visibility === 'visible';
    const root = page.scrollingElement;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...page.body.querySelectorAll('*')].filter(e => seen(e) && e.getBoundingClientRect().left + e.scrollWidth > innerWidth + 1);
      found.push(`${root.scrollWidth - root.clientWidth} px wider than the window: ${wide.slice(-3).map(named).join(', ')}`);
    }

    for (const e of page.body.querySelectorAll('*'))
      if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !e.matches('input, textarea, select') && /hidden|clip/.test(style(e).overflowX) && seen(e)) found.push(`cut off: ${named(e)}`);
    if (targets)
      for (const e of page.querySelectorAll('button, .button, select, input:not([type=hidden], [type=radio], [type=checkbox]), textarea, summary, .choice, .tabs label, nav a')) {
        const box = e.getBoundingClientRect();
        if (seen(e) && box.height > 0 && box.height < 43.5) found.push(`${box.height.toFixed(0)} px high: ${named(e)}`);
      }
    return found;
  };

  const shifts = () => {
    const [found, observer] = [[], new frame.contentWindow.PerformanceObserver(() => { })];
    observer.observe({ type: 'layout-shift', buffered: true });
    // Less than a thousandth is a line of letters that grew by a pixel's part when its font came.
    for (const entry of observer.takeRecords().filter(entry => entry.value > 0.001)) found.push(`moved by ${entry.value}: ${entry.sources.map(source => source.node?.nodeName + '.' + source.node?.className).join(', ')}`);
    return found;
  };

  const textOf = async path => (await fetch(path)).text();

  // The window stays, and axe with it; the document is another one. Going there takes the browser several times as long.
  const write = html => loaded(() => { frame.contentDocument.open(); frame.contentDocument.write(html); frame.contentDocument.close(); });

  const go = path => loaded(() => { frame.src = path; });

  // A script begins once in a window: a page that has one needs a window of its own.
  const open = async path => {
    const html = await textOf(path);
    await (html.includes('<script') ? go(path) : write(html));
  };

  const show = async path => {
    if (!frame.contentWindow.axe) {
      await loaded(() => { frame.src = '/empty'; });
      const script = frame.contentDocument.createElement('script');
      script.src = '/axe.js';
      await new Promise(done => { script.onload = done; frame.contentDocument.head.append(script); });
    }

    await write(await textOf(path));
    for (const details of frame.contentDocument.querySelectorAll('details')) details.open = true;
  };

  const violations = async (path, width, within) => {
    const good = path.startsWith('/page') && !within ? ['best-practice'] : [];
    const { violations: found } = await frame.contentWindow.axe.run(within ?? frame.contentDocument, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', ...good] },
      rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], preload: false,
    });
    return found.flatMap(rule => rule.nodes.map(node =>
      `${path} at ${width} px: ${rule.id}: ${node.target.join(' ')} (${node.failureSummary.split('\n').slice(1).map(line => line.trim()).join('; ').slice(0, 300)})`));
  };

  const said = (path, width, lines) => lines.map(line => `${path} at ${width} px: ${line}`);

  return {
    // WCAG 2.2 A and AA as far as a program can check it, and for whole pages good practice as axe has it.
    accessibility: async (paths, width) => {
      const found = [];
      widen(width);
      for (const path of paths) {
        await show(path);
        found.push(...await violations(path, width));
      }

      return found;
    },

    // The same for what each choice of a decision brings into sight, once for each set of choices.
    choices: async (paths, width) => {
      const [found, offered] = [[], new Set()];
      widen(width);
      for (const path of paths) {
        await show(path);
        const radios = [...frame.contentDocument.querySelectorAll('form.decision input[type=radio]')];
        for (const radio of radios) {
          const choice = `${radios.map(other => other.value)}: ${radio.value}`;
          if (offered.has(choice)) continue;
          offered.add(choice);
          radio.click();
          found.push(...await violations(path, width, radio.form), ...said(path, width, layout(true)));
        }
      }

      return [offered.size, ...found];
    },

    // What is shown first stays where it is.
    moves: async (paths, width) => {
      const found = [];
      widen(width);
      for (const path of paths) {
        // What moves each time is ours; once may be a document that a busy machine read in two parts.
        let moved = ['not yet looked'];
        for (let look = 0; look < 3 && moved.length > 0; look++) {
          await go(path);
          await settled();
          moved = shifts();
        }

        found.push(...said(path, width, moved), ...said(path, width, layout(path.startsWith('/page'))));
      }

      return found;
    },

    layout: async (paths, widths, largeText) => {
      const found = [];
      for (const path of paths) {
        await open(path);
        for (const width of widths) {
          widen(width);
          found.push(...said(path, width, layout(path.startsWith('/page'))));
        }

        if (!largeText) continue;
        widen(1280);
        frame.contentDocument.documentElement.style.fontSize = '200%';
        found.push(...said(path, 1280, layout(false)).map(line => `${line}, in large text`));
      }

      return found;
    },
  };
})();
