/** The look of the readable page: the shop's colours, light and dark, and a plain one for paper. */
export const ARCHIVE_STYLE = `
:root { color-scheme: light dark; --ground: #f7f5f0; --ink: #17221f; --soft: #47524e; --line: #dcd7cb; }
@media (prefers-color-scheme: dark) { :root { --ground: #101513; --ink: #ece8df; --soft: #b9bfb8; --line: #2b3430; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 Inter, system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 4rem 1.25rem; }
h1, h2 { font-family: Fraunces, Georgia, "Times New Roman", serif; font-weight: 400; line-height: 1.2; }
h1 { font-size: 2.25rem; margin: 0 0 .75rem; }
h2 { font-size: 1.5rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
section { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
.soft, small { color: var(--soft); }
small { display: block; font-size: .8125rem; }
dl { margin: 0; display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; }
dt, dd { margin: 0; padding: .625rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
dt { padding-right: 1.5rem; color: var(--soft); }
.value { white-space: pre-line; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); }
td { overflow-wrap: anywhere; }
@media screen and (max-width: 36rem) {
  dl, table, tbody, tr, td { display: block; }
  thead { display: none; }
  dt { padding-bottom: 0; }
  dd { border-top: 0; padding-top: .125rem; }
  tr { border-top: 1px solid var(--line); padding: .5rem 0; }
  td { border: 0; padding: 0; }
}
@media print {
  :root { --ground: #fff; --ink: #000; --soft: #444; --line: #bbb; }
  main { max-width: none; padding: 0; }
  dt, dd, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
