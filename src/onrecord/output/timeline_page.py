"""The timeline as one page: an SVG chart with a lane a sort, and the table behind it. No script, nothing fetched."""

from collections.abc import Iterable

from onrecord.comparing.happenings import Happening
from onrecord.output.chronology import Moment, called, shown_id, time_of, words_of
from onrecord.output.sources import Sources, short
from onrecord.output.timeline_chart import chart, safe

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:62rem;padding:0 1rem;color:#1a1a1a;background:#fff}
svg{width:100%;height:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;
padding:.3rem .6rem;border-bottom:1px solid #ccc}td:first-child{min-width:7rem}thead th{position:sticky;top:0;
background:#fff}tr:target td{background:#fff3c4}ul{margin:.3rem 0 0;padding-left:1.2rem}
.said{fill:#1f5fa8}.happened{fill:#3b3b3b}.promised{fill:#7a4a00}.due{fill:#a3161f}
.planned{fill:#fff;stroke:#3b3b3b;stroke-width:2}.axis{stroke:#888;stroke-width:1}.tick{stroke:#ddd;stroke-width:1}
text{font:13px system-ui,sans-serif;fill:#1a1a1a}@media print{body{margin:0}thead th{position:static}}
"""


def page(found: Iterable[Moment], sources: Sources, *, title: str = "Timeline") -> str:
    """The page of some moments, in their order."""
    listed = list(found)
    rows = "\n".join(_row(number, moment, sources) for number, moment in enumerate(listed))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{safe(title)}</title><style>{STYLE}</style></head>
<body><h1>{safe(title)}</h1>
<p>{len(listed)} moments. Each mark of the chart leads to its row in the table; marks of one day stand on each other, a
hollow one is planned, and stretches in which nothing stands are drawn shorter than they were.</p>
{chart(listed, sources)}
<table><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Words</th>
<th scope="col">Source</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def _row(number: int, moment: Moment, sources: Sources) -> str:
    documents = dict.fromkeys(evidence.document for evidence in moment.evidence)
    told = "; ".join(f"{sources.name(document)}" for document in documents)
    return (
        f'<tr id="moment-{number}"><td>{safe(time_of(moment))}</td><td>{called(moment).capitalize()}</td>'
        f"<td>{safe(words_of(moment, sources))}{_accounts(moment, sources)}</td>"
        f"<td>{safe(told)}<br/><code>{safe(short(shown_id(moment)))}</code></td></tr>"
    )


def _accounts(moment: Moment, sources: Sources) -> str:
    """The words of every report of an event, where there is more than one."""
    if not isinstance(moment.item, Happening) or len(moment.item.accounts) < 2:
        return ""
    items = (
        f"<li>{safe(sources.name(mention.document))}: “{safe(sources.words(mention.document, mention.spans[:1]))}”</li>"
        for account in moment.item.accounts
        for mention in account.mentions
    )
    return f"<ul>{''.join(items)}</ul>"
