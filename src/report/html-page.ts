/** The frame of every HTML file: self-contained, and by its policy unable to load or run anything. */
import { escapeHtml } from './escape.js';
import { STYLE } from './style.js';

/** A whole page. @param body HTML of the main part */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>${body}
</main></body></html>
`;
}
