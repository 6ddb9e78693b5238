/** The report's look: one style sheet, inside the file; readable on paper and in the dark. */

/** CSS for every report. No outside font, picture or script. */
export const STYLE = `
:root{--ink:#1c2430;--soft:#5b6675;--line:#d9dee6;--ground:#fff;--panel:#f5f7fa;--prohibited:#b3261e;--restricted:#a85a00;--review:#8a6d00;--clear:#3a6b3f}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#9aa5b4;--line:#38414d;--ground:#151a21;--panel:#1d242d;--prohibited:#ff8a80;--restricted:#ffb74d;--review:#ffd54f;--clear:#9ccc9c}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:66rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}h2{font-size:1.25rem;margin:2.2rem 0 .5rem}h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
.lead{color:var(--soft);margin:0 0 1rem}.panel{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}code,.hash{font:.82rem ui-monospace,Menlo,Consolas,monospace;color:var(--soft);overflow-wrap:anywhere}
.verdict{font-weight:700}.verdict.prohibited{color:var(--prohibited)}.verdict.restricted{color:var(--restricted)}.verdict.review{color:var(--review)}.verdict.clear{color:var(--clear)}
.same{display:block;font-size:.82rem;color:var(--soft)}tr.aside{opacity:.6}details{font-size:.88rem}summary{cursor:pointer;color:var(--soft)}
dl.evidence{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .8rem;margin:.4rem 0}dl.evidence dt{color:var(--soft)}dl.evidence dd{margin:0}
.reason{color:var(--soft)}.odds{font-variant-numeric:tabular-nums;font-weight:600}.part{border:1px solid var(--line);border-radius:4px;padding:0 .3rem;background:color-mix(in srgb,var(--clear) calc(var(--s,0)*22%),transparent)}.left-over{opacity:.6;border-style:dashed}
ul.notes{color:var(--soft);font-size:.9rem;padding-left:1.2rem}article{border:1px solid var(--line);border-radius:8px;padding:.5rem 1.4rem 1rem;margin:1rem 0}.paragraph,.item,.caption,.row{max-width:44rem;margin:.7rem 0}.item{padding-left:1.2rem}.quote{max-width:44rem;border-left:3px solid var(--line);padding-left:1rem;margin:.8rem 0}.heading{font-size:1.12rem;font-weight:650;margin:1.3rem 0 .4rem}article .heading:first-of-type{font-size:1.35rem}.caption{color:var(--soft);font-size:.9rem}.byline{color:var(--soft);margin-top:0}
mark{position:relative;background:color-mix(in srgb,var(--review) 18%,transparent);color:inherit;border-bottom:2px solid var(--review);border-radius:3px;padding:0 .1em;cursor:help}mark.prohibited{background:color-mix(in srgb,var(--prohibited) 16%,transparent);border-color:var(--prohibited)}mark.restricted{background:color-mix(in srgb,var(--restricted) 16%,transparent);border-color:var(--restricted)}
.card{display:none;position:absolute;left:0;top:1.7em;z-index:2;width:min(30rem,80vw);background:var(--ground);border:1px solid var(--line);border-radius:8px;box-shadow:0 8px 28px rgb(0 0 0/.22);padding:.7rem .9rem;font-size:.84rem;line-height:1.45}mark:hover .card,mark:focus .card{display:block}
.changes td:first-child{color:var(--soft);white-space:nowrap;width:1%;padding-right:1rem}del{color:var(--prohibited)}ins{color:var(--clear);text-decoration-thickness:2px}.removed{color:var(--soft);margin-top:1.5rem}footer{color:var(--soft);margin-top:2rem;border-top:1px solid var(--line);padding-top:.8rem;font-size:.9rem}
@media print{.card{display:none!important}details::details-content{content-visibility:visible;display:block}main{max-width:none}}
`;
