/** The page of the preview: where its script begins. */
import { App } from './app.ts';
import { readSettings } from './settings.ts';
import { LANGUAGES, preferredLanguage, Speech } from './words/speech.ts';

const settings = readSettings();
const chosen = LANGUAGES.find(({ tag }) => tag === settings.language);
const speech = new Speech(chosen ?? preferredLanguage(navigator.languages));

new App(speech, settings).start(document.body);
