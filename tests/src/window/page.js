// Answers about the page as a person or a screen reader meets it. It runs in the page for one question and leaves nothing there.

// Isolating marks around names, soft hyphens and unbreakable spaces are seen by nobody.
const plain = (text) =>
  String(text ?? '').replace(/[\u2066-\u2069\u202a-\u202e\u200b\u200e\u200f\u00ad\ufeff]/g, '').replace(/\s+/g, ' ').trim();

const visibleText = () => document.body?.innerText ?? '';

const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
  !element.closest('[inert], [aria-hidden="true"]');

// The words of an element as a screen reader joins them.
const wordsOf = (node, except) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (!(node instanceof Element) || node === except) return '';
  if (node.matches('[aria-hidden="true"], script, style, select, input, textarea')) return '';
  const label = plain(node.getAttribute('aria-label'));
  if (label) return ` ${label} `;
  if (node instanceof HTMLImageElement) return ` ${node.alt} `;
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return '';
  const words = [...node.childNodes].map((child) => wordsOf(child, except)).join('');
  return style.display.startsWith('inline') ? words : ` ${words} `;
};

const FIELDS =
  'input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=image], [type=hidden]), textarea, select, ' +
  '[contenteditable=""], [contenteditable="true"], [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton], [role=slider]';
const PRESSABLE =
  'button, a[href], summary, input[type=button], input[type=submit], input[type=reset], input[type=image], input[type=checkbox], ' +
  'input[type=radio], [role=button], [role=link], [role=tab], [role=option], [role=switch], [role=checkbox], [role=radio], ' +
  '[role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=treeitem]';

const nameOf = (element) => {
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => id && document.getElementById(id))
    .filter(Boolean);
  const labels = [...(element.labels ?? [])];
  const isField = element.matches(FIELDS);
  const candidates = [
    () => labelledBy.map((label) => wordsOf(label)).join(' '),
    () => element.getAttribute('aria-label'),
    () => labels.map((label) => wordsOf(label, element)).join(' '),
    () => (element.matches('input[type=button], input[type=submit], input[type=reset]') ? element.value : ''),
    () => element.getAttribute('alt'),
    () => (isField ? '' : wordsOf(element)),
    () => element.title,
    () => element.getAttribute('placeholder'),
  ];
  for (const candidate of candidates) {
    const name = plain(candidate());
    if (name) return name;
  }
  return '';
};

// A box that is drawn by the page hides the real one; a person presses the label then.
const pressedPart = (element) => {
  const box = element.getBoundingClientRect();
  const isHidden = box.width <= 1 || box.height <= 1 || getComputedStyle(element).opacity === '0';
  return isHidden && element.labels?.length ? element.labels[0] : element;
};

// Whether a press in its middle would reach it, and not something that lies above.
const isOnTop = (element) => {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return Boolean(top && (element.contains(top) || top.contains(element)));
};

const isEnabled = (element) => !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true';

const stepsUpTo = (element, words) => {
  let steps = 0;
  for (let part = element; part; part = part.parentElement, steps += 1) {
    if (plain(part.innerText).includes(words) || nameOf(part).includes(words)) return steps;
  }
  return Infinity;
};

const nearest = (elements, words) => {
  if (words === undefined) return elements;
  const steps = elements.map((element) => stepsUpTo(element, plain(words)));
  const least = Math.min(...steps);
  return least === Infinity ? [] : elements.filter((_, index) => steps[index] === least);
};

// The one element of a kind with a name, or the reason why there is not exactly one.
const theOne = (selector, name, words) => {
  const wanted = plain(name);
  const all = [...document.querySelectorAll(selector)];
  const named = all.filter((element) => nameOf(element) === wanted);
  const shown = named.map(pressedPart).filter((element) => element.isConnected && isShown(element));
  const near = nearest([...new Set(shown)], words);
  const found = near.length > 1 ? near.filter(isOnTop) : near;
  if (found.length === 1) {
    return isEnabled(found[0]) ? { element: found[0] } : { reason: 'it is there, but cannot be used now' };
  }
  if (found.length > 1) return { reason: `${found.length} things are called so` };
  if (shown.length > 0) return { reason: words === undefined ? 'something lies above it' : 'it is not there beside these words' };
  if (named.length > 0) return { reason: 'it is in the page, but hidden' };
  const names = [...new Set(all.filter(isShown).map(nameOf))].filter(Boolean);
  return { reason: `what is there: ${names.map((other) => `“${other}”`).join(', ') || 'nothing of the kind'}` };
};

const storage = async () => {
  const kept = [];
  const look = async (what, names) => {
    try {
      for (const name of await names()) kept.push(`${what}: ${name}`);
    } catch {
      // What the web view refuses to open cannot keep anything.
    }
  };
  await look('local storage', () => Object.keys(localStorage));
  await look('session storage', () => Object.keys(sessionStorage));
  await look('database', async () => (await indexedDB.databases()).map((database) => database.name));
  await look('cache', () => caches.keys());
  await look('cookie', () => document.cookie.split('; ').filter(Boolean));
  await look('worker', async () => (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope));
  return kept;
};

const sticksOut = () => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const isWithinScroller = (element) => {
    for (let part = element.parentElement; part && part !== document.body; part = part.parentElement) if (scrolls(part)) return true;
    return false;
  };
  const shown = [...document.body.querySelectorAll('*')].filter((element) => isShown(element) && !element.closest('svg') && plain(element.innerText ?? element.value));
  const isOut = (element) => {
    const box = element.getBoundingClientRect();
    const isTiny = box.width <= 1 || box.height <= 1;
    return !isTiny && (box.right > width + 1 || box.left < -1) && !isWithinScroller(element);
  };
  // What scrolls downwards scrolls sideways, too, as soon as something in it is too wide.
  const isTooNarrow = (element) => scrolls(element) && element.scrollWidth > element.clientWidth + 1 && !element.matches(FIELDS);
  return shown
    .filter((element) => isOut(element) || isTooNarrow(element))
    .map((element) => `${element.tagName.toLowerCase()}: ${plain(element.innerText ?? element.value).slice(0, 80)}`);
};

// What is wrong with a button that must always be seen and pressed: it is not there, something lies above it, words lie beneath it.
const outOfReach = (name) => {
  const { element: button, reason } = theOne('button', name);
  if (!button) return [`${name}: ${reason}`];
  const box = button.getBoundingClientRect();
  if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) return [`${name}: it is not wholly in the window`];
  const points = [0.2, 0.5, 0.8].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [box.x + box.width * x, box.y + box.height * y]));
  const above = points.map(([x, y]) => document.elementFromPoint(x, y)).find((top) => !button.contains(top));
  if (above) return [`${name}: ${above.tagName.toLowerCase()} lies above it`];
  // What lets presses through is seen all the same.
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = '* { pointer-events: auto !important; }';
  const beneath = points.map(([x, y]) => wordsAt(document.elementsFromPoint(x, y).find((other) => !button.contains(other) && !other.contains(button)), x, y));
  sheet.remove();
  return [...new Set(beneath.filter(Boolean))].map((words) => `${name}: “${words}” lies beneath it`);
};

// The words of an element itself that are drawn at a point.
const wordsAt = (element, x, y) => {
  const range = document.createRange();
  for (const node of element?.childNodes ?? []) {
    if (node.nodeType !== Node.TEXT_NODE || !plain(node.data)) continue;
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) return plain(node.data).slice(0, 60);
  }
  return '';
};

// Why whoever uses the keyboard could not tell where she is; nothing where she can.
const focusIsLost = () => {
  const element = focused();
  if (!element) return 'nothing has the focus';
  const part = pressedPart(element);
  const box = part.getBoundingClientRect();
  const [x, y] = [box.x + Math.min(box.width, innerWidth) / 2, box.y + Math.min(box.height, innerHeight) / 2];
  const top = document.elementFromPoint(x, y);
  if (!top) return 'it is outside the window';
  if (!part.contains(top) && !top.contains(part)) return `${top.tagName.toLowerCase()} “${plain(top.innerText).slice(0, 40)}” lies above it`;
  const isDrawn = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const drawn = [element, element.parentElement, part, ...part.querySelectorAll('*')].filter(Boolean);
  return drawn.some(isDrawn) ? '' : 'it looks no different from the rest';
};

const focused = () => (document.activeElement && document.activeElement !== document.body ? document.activeElement : null);

// A picture waits for the next frame, and a page where nothing moves has none: so a pixel changes where nobody can see it.
const paintForAWhile = () => {
  const pixel = document.createElement('i');
  pixel.ariaHidden = 'true';
  pixel.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;pointer-events:none';
  document.body.append(pixel);
  let frames = 0;
  const timer = setInterval(() => {
    pixel.style.backgroundColor = `rgb(0 0 0 / ${(frames % 2) * 0.001})`;
    frames += 1;
    if (frames > 200) {
      clearInterval(timer);
      pixel.remove();
    }
  }, 10);
};

const answers = {
  isThere: () => document.readyState === 'complete' && location.href !== 'about:blank' && plain(visibleText()) !== '',
  visibleText,
  says: (words) => plain(visibleText()).includes(plain(words)),
  holds: (words) =>
    plain(document.documentElement.textContent).includes(plain(words)) ||
    [...document.querySelectorAll('*')].some(
      (element) =>
        plain(element.value).includes(plain(words)) || [...element.attributes].some((attribute) => plain(attribute.value).includes(plain(words))),
    ),
  pressable: (name, words) => theOne(PRESSABLE, name, words),
  offers: (name) => Boolean(theOne(PRESSABLE, name).element),
  field: (label) => {
    const field = theOne(FIELDS, label);
    // A list that the page draws is a button with a list.
    return field.element ? field : theOne(`${FIELDS}, [aria-haspopup=listbox]`, label);
  },
  optionOf: (label, option) => {
    const list = theOne('select', label).element;
    const found = [...(list?.options ?? [])].find((candidate) => plain(candidate.label) === plain(option));
    return found ? { element: found } : { reason: `what is there: ${[...(list?.options ?? [])].map((candidate) => candidate.label).join(', ')}` };
  },
  focus: () => (focused() ? nameOf(focused()) : ''),
  // A name that ends in three dots is the beginning of one.
  hasFocus: (name) => {
    const [wanted, is] = [plain(name), focused() ? nameOf(focused()) : ''];
    return is !== '' && (wanted.endsWith('…') ? is.startsWith(wanted.slice(0, -1)) : is === wanted);
  },
  focusIsLost,
  isAtRest: () => document.getAnimations().every((one) => one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity),
  outOfReach: (names) => names.flatMap(outOfReach),
  address: () => location.href,
  sticksOut,
  paintForAWhile,
};
