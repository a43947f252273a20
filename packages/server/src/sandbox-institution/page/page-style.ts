import { createHash } from 'node:crypto';

/** The hosted page's one style sheet, inlined and named in the Content-Security-Policy by its hash. System fonts: no request leaves the page. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: #eef1f3; --sheet: #ffffff; --side: #f7f9fa; --ink: #15212b; --quiet: #4d5c69; --line: #d5dce1;
  --field: #76858f; --accent: #17506f; --accent-deep: #0f3c55; --on-accent: #ffffff;
  --note: #fdf4df; --note-line: #e3c988; --note-ink: #5b4407;
  --bad: #a3261c; --bad-ground: #fdeeec;
  --shadow: 0 1px 2px rgb(21 33 43 / .05), 0 18px 48px -20px rgb(21 33 43 / .22);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1419; --sheet: #161e25; --side: #131a20; --ink: #e9eef2; --quiet: #a6b4bf; --line: #2a353e;
    --field: #74848f; --accent: #8cc6e6; --accent-deep: #b3dbf1; --on-accent: #08202e;
    --note: #2a230f; --note-line: #5a4a1c; --note-ink: #f0d997;
    --bad: #ffaba1; --bad-ground: #331814;
    --shadow: 0 0 0 1px #232d35;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
h1, h2, p, dl, dd, ul { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--accent); text-underline-offset: .2em; }
a:hover { color: var(--accent-deep); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.page { max-width: 62rem; margin: 0 auto; padding: 0 1rem 2rem; }

.top { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: 1rem 0; }
.brand { display: flex; align-items: center; gap: .625rem; font-weight: 650; letter-spacing: -.01em; margin-right: auto; }
.brand svg { width: 28px; height: 28px; flex: none; color: var(--accent); }
.tag { font-size: .8125rem; font-weight: 600; letter-spacing: 0; color: var(--note-ink); background: var(--note); border: 1px solid var(--note-line); border-radius: 99px; padding: .0625rem .5625rem; }
.languages { display: flex; gap: .25rem; margin: 0 -.5rem; font-size: .9375rem; }
.languages a { padding: .375rem .5rem; color: var(--quiet); text-decoration: none; border-radius: 6px; }
.languages a:hover { color: var(--ink); text-decoration: underline; }
.languages a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: underline; text-decoration-thickness: 2px; text-decoration-color: var(--accent); }

.sheet { background: var(--sheet); border-radius: 16px; box-shadow: var(--shadow); overflow: clip; }
.summary, .details, .cards { padding: 1.5rem 1.25rem; }
.summary { background: var(--side); border-bottom: 1px solid var(--line); }
.summary h1 { font-size: 1rem; font-weight: 500; color: var(--quiet); }
.amount { font-size: clamp(2.25rem, 1.6rem + 3vw, 3.25rem); line-height: 1.15; font-weight: 640; letter-spacing: -.025em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; margin-top: .125rem; }
.facts { margin-top: 1rem; display: grid; gap: .5rem; font-size: .9375rem; }
.facts div { display: flex; flex-wrap: wrap; gap: 0 .625rem; }
.facts dt { color: var(--quiet); }
.facts dd { font-weight: 550; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.facts p { color: var(--quiet); }
.note a { color: inherit; white-space: nowrap; }
.note { margin-top: 1.25rem; padding: .75rem .875rem; font-size: .9375rem; color: var(--note-ink); background: var(--note); border: 1px solid var(--note-line); border-radius: 10px; }

h2 { font-size: 1.1875rem; line-height: 1.3; font-weight: 640; letter-spacing: -.01em; }
.alert { margin-bottom: 1.25rem; padding: .875rem 1rem; background: var(--bad-ground); border-left: 4px solid var(--bad); border-radius: 4px 10px 10px 4px; }
.alert:focus-visible { outline: 2px solid var(--bad); outline-offset: 0; border-radius: 4px 10px 10px 4px; }
.alert h2 { font-size: 1rem; color: var(--bad); }
.alert p, .alert ul { margin-top: .25rem; font-size: .9375rem; }
.alert li a { display: inline-block; padding: .125rem 0; color: inherit; }

form.card { margin-top: 1rem; display: grid; gap: 0 1rem; grid-template-columns: 1fr 1fr; align-items: start; }
.field { display: grid; grid-row: span 4; grid-template-rows: subgrid; gap: 0; min-width: 0; }
.field.wide, form.card > button { grid-column: 1 / -1; }
.field, form.card > button { margin-top: 1.125rem; }
.field.wide { margin-top: 0; }
.field label { font-weight: 580; }
.hint { font-size: .875rem; color: var(--quiet); }
.problem { margin-top: .375rem; font-size: .9375rem; color: var(--bad); font-weight: 550; display: flex; gap: .375rem; }
.problem svg { width: 1rem; height: 1.4em; flex: none; }
input {
  width: 100%; min-height: 3rem; margin-top: .375rem; padding: .5rem .875rem; color: inherit; background: var(--sheet);
  border: 1px solid var(--field); border-radius: 10px; font: inherit; font-size: 1.0625rem; letter-spacing: .02em; font-variant-numeric: tabular-nums;
}
input:hover { border-color: var(--ink); }
input:focus-visible { outline-offset: 0; border-color: var(--accent); border-radius: 10px; }
input[aria-invalid] { border: 2px solid var(--bad); }
button { font: inherit; cursor: pointer; }
.primary {
  display: flex; align-items: center; justify-content: center; gap: .625rem; width: 100%; min-height: 3.25rem; padding: .5rem 1.25rem; border: 1px solid transparent; border-radius: 10px;
  background: var(--accent); color: var(--on-accent); font-size: 1.0625rem; font-weight: 620; text-align: center; text-decoration: none;
}
.primary:hover { background: var(--accent-deep); color: var(--on-accent); }
.primary:active { transform: translateY(1px); }
.primary:focus-visible { outline-offset: 3px; border-radius: 10px; }
.primary svg { width: 1.125rem; height: 1.125rem; flex: none; }
.cancel { margin: .625rem 0 1.25rem; display: flex; justify-content: center; }
.cancel button { min-height: 2.75rem; padding: .375rem .75rem; border: 0; background: none; color: var(--quiet); text-decoration: underline; text-underline-offset: .2em; border-radius: 8px; }
.cancel button:hover { color: var(--ink); }

.cards { border-top: 1px solid var(--line); }
.cards h2 { font-size: 1rem; }
.cards > p { margin-top: .125rem; font-size: .875rem; color: var(--quiet); }
.cards ul { margin-top: .625rem; }
.cards li { display: grid; grid-template-columns: 1fr auto; gap: 0 .75rem; align-items: center; padding: .5rem 0; }
.cards li + li { border-top: 1px solid var(--line); }
.cards .number { font-size: .9375rem; font-weight: 550; letter-spacing: .02em; font-variant-numeric: tabular-nums; white-space: nowrap; }
.cards .effect { grid-column: 1; font-size: .875rem; line-height: 1.4; color: var(--quiet); }
.cards li a { grid-column: 2; grid-row: 1 / 3; padding: .5rem .125rem; font-size: .9375rem; white-space: nowrap; }

.status { padding: 2.5rem 1.25rem; max-width: 34rem; margin: 0 auto; text-align: center; }
.status .sign { width: 56px; height: 56px; color: var(--accent); }
.status h1 { margin-top: .75rem; font-size: 1.625rem; line-height: 1.25; font-weight: 640; letter-spacing: -.015em; }
.status > p { margin-top: .5rem; color: var(--quiet); }
.status .facts { justify-items: center; }
.status .primary { margin-top: 1.75rem; }

.promise { padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--quiet); }
.promise p + p { margin-top: .25rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (min-width: 56rem) {
  .page { padding: 0 2rem 3rem; }
  .top { padding: 2.5rem 0 1.25rem; }
  .pay { display: grid; grid-template: "summary details" auto "cards details" 1fr / 5fr 6fr; }
  .summary, .details, .cards { padding: 2.25rem 2.5rem; }
  .summary { grid-area: summary; border-bottom: 0; padding-bottom: 1.5rem; }
  .details { grid-area: details; border-left: 1px solid var(--line); display: flex; flex-direction: column; }
  .promise { margin-top: auto; }
  .note a { display: none; }
  .cards { grid-area: cards; background: var(--side); border-top: 0; padding-top: 0; }
  .cards > h2 { border-top: 1px solid var(--line); padding-top: 1.5rem; }
  .status { padding: 4.5rem 2rem; }
}
@media (max-width: 22rem) {
  form.card { grid-template-columns: 1fr; }
  .cards li { grid-template-columns: 1fr; }
  .cards li a { grid-column: 1; grid-row: auto; justify-self: start; }
}
@media (forced-colors: active) {
  .primary { border-color: ButtonText; }
  .alert { border: 2px solid; }
}
`;

/** The style sheet's hash as a source expression for `style-src`. */
export const pageStyleSource = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;
