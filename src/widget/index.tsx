import { render } from 'preact';
import { createChat } from './channel/chat.ts';
import { visitorSecret } from './channel/secret.ts';
import { createShelf } from './channel/shelf.ts';
import { createSocketIo } from './channel/socket.ts';
import { systemClock, systemRandom } from './channel/system-machine.ts';
import { createVisitorApi } from './channel/visitor-api.ts';
import { ChatPage } from './page/chat-page.tsx';
import { ensureHanFont } from './page/han-font.ts';
import { readPageAddress } from './page-address.ts';
import './styles/tokens.css';
import './styles/page.css';
import './styles/turns.css';
import { textsIn } from './texts/texts-in.ts';

/** Builds the page from the machine's own parts and starts it. */
async function start(root: HTMLElement): Promise<void> {
  const { shop, language, as } = readPageAddress(location.search, navigator.language);
  const texts = textsIn[language];
  document.documentElement.lang = texts.htmlLang;
  document.title = texts.title;

  const shelf = createShelf(() => localStorage, `${shop}.${as ?? 'visitor'}`);
  const chat = createChat({
    who: { shop, language, as, secret: visitorSecret(shelf, systemRandom) },
    api: createVisitorApi(location.origin, { http: (...asked) => fetch(...asked), clock: systemClock }),
    openSocket: createSocketIo(location.origin),
    shelf,
    clock: systemClock,
    random: systemRandom,
    show: (blob) => URL.createObjectURL(blob),
  });
  window.addEventListener('online', chat.reconnectNow);
  chat.start();
  // What is painted before its face is known is not always painted again.
  await ensureHanFont(texts.placeholder);
  render(<ChatPage page={{ chat, texts, shelf, now: systemClock.now }} />, root);
}

const root = document.querySelector<HTMLElement>('#page');
if (root) void start(root);
