"""The signs by which furniture is known: what publishing systems put round and into a text, as a table.

A key is a sort of furniture (a block's label), its values are patterns of whole lines, without case unless a pattern
says so, tried in order. Each states a habit of many publishers; none knows a publication or a document.
"""

import re

NAME = r"(?-i:(?:[Tt]he )?[A-Z][\w.&'’-]*(?:\s(?:(?:of|the|and|for|in|on|de|la)\s)?[A-Z0-9][\w.&'’-]*){0,7})"
"""A publisher's name: capitalised words, with small ones between them. Written `{NAME}` in the table."""

AFTER = (
    r"(?:,? (?:on )?(?-i:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?))?\s*[.:\])*]*"
    r"(?:[ ,].{0,60}\b(?:permission|licen[cs]e|republish\w*|reprint\w*|original|here|partnership"
    r"|collaboration)\b.{0,150})?"
)
"""What may follow that name in a note of origin: a day, the terms of reprinting, nothing else. Written `{AFTER}`."""

LINES: dict[str, tuple[str, ...]] = {
    "advertisement": (
        r"[-–—\s\[(]*(?:advertise?ments?|advertising|sponsored(?: content| links?)?|promoted(?: content)?"
        r"|paid post|ad)[-–—\s\])]*",
        r"(?:advertisement\s*[-–—:|]?\s*)?(?:scroll (?:down )?to continue|(?:story|article|text|report"
        r"|content) continues? (?:below|after)(?: (?:this |the )?(?:advertisement|ad|video|promo))?"
        r"|continue reading(?: (?:the )?(?:main )?(?:story|article|below))?|skip (?:past )?(?:advertisement|ad"
        r"|newsletter promotion))\W*",
    ),
    "font_size": (
        r"(?:(?:change )?(?:font|text)[ -]?size|resize text|a a a|aa+|small medium large)\s*:?(?:\s*(?:small"
        r"|medium|large|[-+a])){0,6}",
    ),
    "accessibility": (
        r"accessibility (?:links|statement|help|menu)",
        r"(?:skip|jump) to (?:the )?(?:main |primary |site )?(?:content|navigation|search|footer|menu|sidebar"
        r"|header)",
        r"(?:open|close|toggle|show|hide) (?:the )?(?:navigation|menu|search|sidebar|accessibility \w+)\b.{0,20}",
        r"screen[- ]reader (?:mode|access).{0,40}",
    ),
    "breaking": (
        r"(?:breaking(?: news)?|just in|news alert|live(?: updates?| blog| coverage)?|developing(?: story)?"
        r"|latest(?: news| updates?| stories)?|top (?:news|stories)|update[sd]?|exclusive)\s*[!:|]?",
        r"(?:this is a )?(?:breaking|developing) (?:news )?(?:story|report|item)\b.{0,120}(?:updat|refresh"
        r"|check back|more details|more to come)?.{0,60}",
    ),
    "related": (
        r"[\[(]?\s*(?:related(?: (?:stor(?:y|ies)|articles?|content|links?|posts?|coverage|reading|topics?"
        r"|video))?|read (?:more|also|next|this(?: next)?|the full (?:story|article|report))|also read"
        r"|see (?:also|more)|more(?: (?:on|from) (?:this|the)\b.{0,40})?|more (?:stories|news|coverage|reading"
        r"|to read|like this)|further reading|watch(?: (?:also|now|live|more|this))?|listen"
        r"|in case you missed it|must[- ]reads?)\s*(?:[:>»|]|—\s).{1,250}",
        r"(?:related(?: (?:stor(?:y|ies)|articles?|content|links?|posts?|coverage|reading|topics?|video))?"
        r"|read (?:more|also|next|this next)|see (?:also|more)|more (?:stories|news|coverage|on this (?:story"
        r"|topic)|to (?:read|explore)|like this)|most (?:read|popular|viewed|shared|watched)|trending(?: now"
        r"| stories)?|recommended(?: (?:for you|stories|reading|articles))?|you (?:may|might)(?: also)? (?:like"
        r"|be interested in|want to read)|editor'?s?['’]? picks?|popular(?: stories| now)?|(?:don['’]t"
        r"|do not) miss|top picks|in this (?:article|story)|what to read next|from around the web|up next"
        r"|next (?:article|story|up|post)|previous (?:article|story|post))\s*[:…»›]?",
        r"more (?:from|on|about) (?-i:[A-Z]\S*\s?){1,5}\s*[:»›]?",
    ),
    "rating": (
        r"rate this (?:post|article|story|item)\W*",
        r"click on a star to rate (?:it|this)\W*",
        r"average rating\s*:?\s*\d.{0,60}",
        r"(?:vote|rating)s? ?(?:count)?\s*:\s*\d.{0,30}",
        r"no votes so far.{0,80}",
        r"we are sorry that this (?:post|article) was not useful.{0,60}",
        r"let us improve this (?:post|article)\W*",
        r"tell us how we can improve.{0,60}",
        r"as you found this (?:post|article) useful.{0,80}",
        r"(?:was|did you find) this (?:article|page|story|post|content) (?:helpful|useful)\W*",
        r"how (?:useful|helpful) was this (?:post|article|page)\W*",
        r"submit (?:feedback|rating)",
        r"\d+(?:\.\d)? / \d \(\d+ votes?\)",
        r"how would you rate.{0,60}",
    ),
    "donation": (
        r".{0,80}\b(?:support|become) .{1,80}\b(?:on|at) (?:patreon|ko-fi|kofi|paypal|buy me a coffee|substack)"
        r"\W*",
        r"become an? (?:patron|member|supporter|donor|subscriber)\b.{0,80}",
        r"(?:please )?(?:donate|give|contribute)(?: (?:now|today|here|monthly|to (?-i:[A-Z])\w+.{0,60}"
        r"|online))?[.!»›]?",
        r"(?:please )?(?:consider|help us by) (?:making a donation|donating|supporting (?:our|us|independent)"
        r"|becoming a).{0,200}",
        r"support (?:our|independent|local|quality|nonprofit|public|free|this) (?:\w+ )?(?:journalism|work|reporting"
        r"|news(?:room)?|media|site|mission)\b.{0,160}",
        r"(?:buy us|buy me) a coffee.{0,40}",
        r"your (?:donation|support|contribution|gift) (?:helps|makes|keeps|allows|will)\b.{0,200}",
        r"(?:we (?:need|rely on|depend on) your support|help (?:us )?keep .{1,40} free)\b.{0,160}",
    ),
    "newsletter": (
        r"(?:sign[- ]?up|subscribe|register)(?: (?:now|today|here|free|for free))?(?: (?:for|to|and)\b.{0,250})?"
        r"[.!»›]?",
        r"(?:get|receive) (?:the|our|all the|more|a|breaking|daily|today['’]s|this|your) .{0,160}\b(?:inbox"
        r"|newsletters?|email|alerts?|delivered|e-?mails?)\b.{0,120}",
        r".{0,60}\bnewsletters?\b.{0,60}(?:sign[- ]?up|subscribe|here|inbox|delivered).{0,120}",
        r"(?:enter|your) e-?mail(?: address)?\W*",
        r"thanks? (?:you )?for (?:signing up|subscribing).{0,120}",
        r"by (?:signing up|subscribing|registering|clicking|providing|entering).{0,250}\b(?:agree|terms|privacy"
        r"|consent)\b.{0,160}",
        r"(?:download|get) (?:our|the) (?:free )?(?:.{0,30} )?app\b.{0,80}",
        r"unsubscribe(?: at any time)?\W*",
        r"click here (?:to|for)\b.{0,80}",
        r"(?:join|follow) (?:us|our (?:\w+ )?(?:channel|page|community|newsletter|group)"
        r"|the conversation)\b(?: (?:on|at|for|today|now|and)\b"
        r".{0,100})?[.!:]?",
        r"follow .{1,60} on (?:twitter|x|facebook|instagram|telegram|whatsapp|linkedin|youtube|threads|bluesky"
        r"|mastodon|google news)\b.{0,80}",
        r"(?:like|find) us on facebook.{0,60}",
    ),
    "share": (
        r"(?:share|tweet|e-?mail|print|pin(?: it)?|save|bookmark|facebook|twitter|x|linkedin|whatsapp|telegram"
        r"|reddit|pinterest|flipboard|messenger|instagram|youtube|tumblr|copy(?: the)? (?:link|url)"
        r"|link copied!?|copied!?|gift(?: this)? article|post|like|send)(?:[\s,|/·•]+(?:share|tweet|e-?mail"
        r"|print|pin|save|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|flipboard|messenger"
        r"|copy link|instagram|youtube))*\s*[:!]?",
        r"(?:share|send|e-?mail|print|save|post|tweet|like|embed|bookmark|view)(?: (?:this|the) (?:article|story"
        r"|page|post"
        r"|item|link|video|report|transcript|release)| (?:it|this))?(?: (?:on|via|to|with|by) (?:facebook|twitter"
        r"|x|linkedin"
        r"|whatsapp|telegram|reddit|pinterest|flipboard|threads|bluesky|e-?mail|a friend|friends|others))*\s*[:.!]?",
        r"share (?:options|full article|tools)\W*",
        r"click to (?:share|email|print|tweet|copy)\b.{0,80}",
        r"like (?:this|loading)\W*(?:loading\W*)?",
        r"\d+(?:[.,]\d+)?k? (?:shares?|likes?|views?|retweets?)",
        r"the code has been copied.{0,40}",
        r"the url has been copied.{0,40}",
        r"(?:embed|width|height)(?: \w+)?(?: px)?",
    ),
    "comments": (
        r"(?:\d+ )?comments?(?: \(?\d+\)?)?(?: (?:are )?(?:closed|off|section))?[:.]?",
        r"(?:leave|post|write|add|view|read|show|hide|load|be the first to|log in to)"
        r" (?:a |the |all |your |first |to )*(?:\d+ )?(?:comments?|reply)\b.{0,60}",
        r"join the (?:discussion|conversation)\b.{0,40}",
        r"no comments(?: yet)?\W*",
        r"have (?:a|your) (?:say|news tip|story tip|tip)\b.{0,120}",
        r"report a (?:typo|correction|mistake|error)\b.{0,80}",
        r"send (?:us )?(?:a |your )?(?:tips?|letters?|corrections?|feedback)\b.{0,120}",
    ),
    "cookies": (
        r".{0,80}\b(?:we|site|website|page)\b.{0,40}\b(?:use|uses|using)\b.{0,20}\bcookies\b.{0,250}",
        r"(?:accept|reject|manage|allow|cookie)s?(?: all| only)?(?: (?:cookies?|preferences|settings|policy"
        r"|notice|consent|necessary))+\W*",
        r"i (?:accept|agree)",
        r"privacy (?:policy|notice|settings|manager)(?:[ |,·•]+.{0,80})?",
        r"terms (?:of (?:use|service)|and conditions)(?:[ |,·•]+.{0,80})?",
        r"do not sell (?:or share )?my (?:personal )?info\w*",
    ),
    "copyright": (
        r"(?:©|\(c\) ?\d{4}|copyright\s*(?:©|\(c\)|\d{4}|by\b|,)).{0,300}",
        r"(?:.{0,100}\b)?all rights reserved\b.{0,160}",
        r".{0,30}\btranscripts? (?:is|are|was|were) (?:created|produced|provided|prepared) (?:on|by|for)\b.{0,320}",
        r"(?:acquire|purchase) licensing rights\b.{0,40}",
        r"this material may not be (?:published|broadcast|rewritten|redistributed).{0,160}",
    ),
    "republication": (
        r"[\[(*]?\s*(?:this|the following|the above) (?:article|story|piece|report|post|item|column|essay"
        r"|interview|op-?ed|commentary|dispatch|analysis|content|text)\b(?: (?:was|is|has been|had been|first"
        r"|originally|also|being))* (?:appeared|published|posted|ran|run|produced|republished|reprinted|reposted"
        r"|syndicated|provided|distributed|adapted|excerpted|cross-?posted|supplied)(?: \w+){0,2}? (?:by|in|on"
        r"|at|from|for|via) {NAME}{AFTER}",
        r"[\[(*]?\s*(?:originally|first|previously) (?:published|appeared|posted|ran)(?: \w+){0,2}? (?:by|in|on"
        r"|at|from) {NAME}{AFTER}",
        r"[\[(*]?\s*(?:re-?published|reprinted|reposted|reproduced|cross-?posted|syndicated)(?: (?:here"
        r"|with (?:the )?(?:kind )?permission))? (?:by|in|on|at|from|of|via) {NAME}{AFTER}",
        r"(?:(?:the|this) )?(?:text|transcript|statement|release|content|article|story|report"
        r"|information) (?:is |was |as )?(?:provided|supplied|released|distributed|furnished|courtesy)(?: \w+)? "
        r"(?:by|from|of|via) {NAME}{AFTER}",
        r"the post .{1,200} (?:first )?appeared first on .{1,80}",
    ),
    "media": (
        r"listen(?: to (?:this|the) (?:article|story|report))?(?: ·? ?\d+:\d\d(?: min\w*)?)?",
        r"\d+:\d\d(?::\d\d)?(?: / \d+:\d\d| min\w*)?",
        r"(?:play|pause|mute|unmute|watch|auto|fullscreen|full screen)(?: (?:video|audio|live|now))?",
        r"(?:new)?you can now listen to .{0,60}",
        r"video player is loading\W*",
        r"no media source currently available",
        r"your browser does not support .{0,60}",
        r"(?:video|photo|image|audio|slideshow|gallery|infographic|map|graphic)(?: (?:gallery|player|unavailable"
        r"|\d+ (?:of|/) \d+))?",
        r"\d+ of \d+",
        r"(?:click|tap|press) (?:here |to |on )+(?:play|watch|view|listen|hear|enlarge|expand|see|open).{0,60}",
        r"(?:view|see|show) (?:full(?: |-)?(?:size|screen)(?: image)?|gallery|image|photos?|all photos)",
        r"hide caption",
        r"toggle caption",
        r"enlarge(?: this)? image",
    ),
    "caption_label": (r"(?:image|photo|picture) caption\s*[,:]?",),
    "reading_time": (
        r"(?:(?:estimated )?reading time\s*:?\s*)?(?:about |~)?\d{1,2}[- ]?(?:min(?:ute)?s?)\.?(?: (?:read"
        r"|to read|listen))?\W*",
    ),
    "date": (r"(?:first |last |originally )?(?:published|posted|modified|updated)(?: on)?\s*:?",),
    "tags": (
        r"(?:tags?|tagged(?: (?:as|in|with))?|filed under|categor(?:y|ies)|topics?|keywords?|posted in|sections?"
        r"|in this topic)\s*:.{0,250}",
    ),
    "paywall": (
        r"(?:already (?:a |an )?(?:subscriber|subscribed|member|registered|have an account)|(?:log|sign) ?(?:in"
        r"|out)|create (?:a|an|your) (?:free )?account|this (?:article|content|story) is (?:for"
        r"|available (?:only )?to|reserved for|exclusive to) .{0,40}(?:subscribers|members).{0,60}|(?:you have"
        r"|you['’]ve) .{0,30}free articles?.{0,60}|start your (?:free )?trial.{0,60}"
        r"|unlimited (?:digital )?access.{0,80})\W*(?:(?:log|sign) ?in\W*)?",
    ),
    "navigation": (
        r"(?:home|menu|search|close|back|next|previous|prev|top|more|all|(?:back|return|go) to (?:top|home"
        r"|the top|homepage|all \w+)|(?:load|show|view|see) (?:more|less|all)|expand(?: all)?|collapse|main menu"
        r"|site map|contact(?: us)?|about(?: us)?|our (?:team|staff)|advertise with us|careers|faqs?|help"
        r"|settings|profile|my account|news ?tips?)\s*[»›>+]?",
        r"(?:home|news|front page)(?:\s*[>»›/|·→]\s*[\w&' .–,-]{2,90}){1,6}",
    ),
    "release_mark": (
        r"\W*(?:for (?:immediate|general|media) release|press release|news release|media (?:release|advisory)"
        r"|news advisory|official statement|media statement|readout|fact sheet)\W*",
        r"(?:(?:press|news|media) )?(?:release|statement|communiqu[eé])\s+(?:no|nr|number|#)\.?\s*:?\s*[\w/.-]{1,20}",
        r"(?:(?:press|news|media) release|ref(?:erence)?(?: no)?|document|release(?: no)?|no|nr)\.?\s*:\s*"
        r"(?=\S*\d)[\w/.-]{2,24}",
        r"(?-i:[A-Z]{1,8}(?:/[A-Z0-9.]{1,8}){1,4}(?:-[A-Z0-9/]{1,12})*)(?<=[0-9])",
        r"for (?:the )?(?:use of )?information (?:media|only|purposes)\b.{0,60}(?:not an official record\W*)?",
        r"not an official (?:record|document)\W*",
        r"check against delivery\W*",
        r"(?-i:SOURCE):?\s{NAME}\W*",
    ),
    "end_mark": (
        r"#{1,5}",
        r"(?:#\s){2,}#",
        r"[-–—*_=~·•\s]{3,}",
        r"\(?-\s?30\s?-\)?",
        r"[-–—(\[*\s]*ends?[-–—)\]*\s.]*",
        r"\*+",
        r"_{2,}",
        r"={2,}",
        r"\*\s\*\s\*",
    ),
    "legal": (
        r"(?:cautionary (?:note|statement)|forward[- ]looking (?:statements?|information)|safe[- ]harbou?r)\b"
        r"(?: (?:regarding|concerning|on|about) .{0,80}?)?\s*(?:[:.–—-].{0,390})?",
    ),
    "mail_head": (r"(?:from|to|cc|bcc|reply-to)\s*:\s.{0,200}@[\w.-]+.{0,200}",),
    "contact": (
        r"(?:(?:press|media|public affairs|news|for (?:more|further|media|press|additional)(?: \w+)?) )?"
        r"(?:contacts?|inquir(?:y|ies)|enquiries|queries|information)\s*(?:\(s\))?"
        r"(?:\s(?:details|person|for (?:the )?(?:media|press|journalists|investors)))?\s*:.{0,250}",
        r"for (?:(?:all|more|further|additional|press|media) )+(?:information|details|inquiries|enquiries"
        r"|queries)\b.{0,40}"
        r"\b(?:contact|call|visit"
        r"|e-?mail|please|see|go to)\b.{0,200}",
        r"(?:tel|phone|telephone|e-?mail|fax|mobile|cell|twitter|website|web)\s*[.:]\s*\S.{0,100}",
        r"[\w.+-]+@[\w-]+\.[\w.-]+",
        r"https?://\S+",
        r"www\.\S+",
        r"(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?: .{0,20})?",
        r"{NAME}[,:]? (?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}",
        r"{NAME}[,:]? (?:at )?[\w.+-]+@[\w-]+\.[\w.-]+",
    ),
    "correction_link": (
        r"(?:see|read) (?:our )?(?:standards|ethics|editorial|corrections?) (?:policy|code|guidelines)?.{0,60}",
        r"our standards\s*:.{0,80}",
    ),
}

_SECTIONS_WORDS = (
    "politics|world|world news|news|u.s.|us|u.s. news|us news|uk|uk news|national|nation|international|europe"
    "|asia|africa|americas|"
    "middle east|latin america|north america|business|economy|economics|finance|markets|money|health|health care"
    "|healthcare|"
    "science|technology|tech|environment|climate|climate change|energy|opinion|opinions|editorial|commentary|analysis|"
    "immigration|security|defense|national security|foreign policy|foreign affairs|crime|justice|courts|law"
    "|education|culture|"
    "sports|entertainment|arts|lifestyle|travel|local|local news|regional|state|states|border|investigations|features|"
    "elections|election 2024|election 2026|congress|white house|government|policy|society|media|women|religion"
    "|press releases|"
    "briefing room|statements and releases|speeches and remarks|press briefings|readouts|statements|speeches"
    "|transcripts|"
    "newsroom|press room|media center|washington|diplomacy|human rights|trade|labor|agriculture|transport|weather"
)
SECTIONS = frozenset(_SECTIONS_WORDS.split("|"))
"""Names of newspaper sections: a line that holds only one of these, before the title, labels the page."""

INLINE: tuple[tuple[str, str], ...] = (
    (
        "related",
        r"[(\[]\s*(?:RELATED|READ(?: MORE| ALSO| NEXT)?|SEE ALSO|ALSO READ|WATCH|MORE|LISTEN|READ THIS"
        r"|DON['’]T MISS)\s*:[^()\[\]]{1,300}[)\]]",
    ),
    (
        "advertisement",
        r"(?:(?<=\s)|(?<=^))(?:(?:Story|Article|Text) continues (?:below|after)(?: (?:this |the )?(?:advertisement"
        r"|ad))?\.?|ADVERTISEMENT|Advertisement - scroll to continue)(?=\s|$)",
    ),
    ("end_mark", r"(?<=\s)(?:Enditem|ENDITEM|/?ENDS/?)\s*$"),
    (
        "credits",
        r"\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled"
        r"|[Tt]ranslat\w+)(?: and \w+)? by [^()]{3,300}\)\s*$",
    ),
    (
        "newsletter",
        r"(?:Follow (?:him|her|them|us) on (?:Twitter|X|Facebook|Instagram)\b[^.]{0,60}\.?|(?:CLICK|Click) (?:HERE"
        r"|here) (?:TO|to) (?:GET|SUBSCRIBE|SIGN|get|subscribe|sign|download|DOWNLOAD)[^.]{0,80}\.?)\s*$",
    ),
)

CRAWLER_HEAD = re.compile(
    r"\A[\s\ufeff]*(?:(?:title|url|source|site|lang|language|author)\s*[:=]\s*\S+\s+)*"
    r"(?:date|published|publish_date|pubdate|datetime|timestamp|crawl_date|crawled)\s*[:=]?\s+"
    r"(?P<date>(?:19|20)\d\d-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?=\s)",
    re.IGNORECASE,
)
"""What crawlers write before a text: a field name and a date, without the punctuation that a person would use."""
