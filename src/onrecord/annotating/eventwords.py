"""Sorts of events with the verbs and nouns that tell of them, and the words that decide which sense is meant."""

EVENTS: dict[str, tuple[str, str]] = {
    "meeting": (
        "meet convene confer huddle host welcome gather sit",
        "meeting summit talks conversation dialogue gathering conference session convention forum roundtable "
        "negotiation assembly discussion rally debate town_hall luncheon",
    ),
    "call": ("phone telephone discuss talk", "call teleconference videoconference"),
    "press_conference": (
        "",
        "press_conference news_conference briefing news_briefing press_briefing",
    ),
    "visit": ("visit tour travel arrive fly land depart lead send", "visit trip tour arrival departure"),
    "arrest": ("arrest detain apprehend capture jail imprison remand", "arrest detention capture apprehension"),
    "charge": ("charge indict accuse prosecute arraign", "indictment charge prosecution arraignment"),
    "conviction": (
        "convict sentence acquit plead find",
        "conviction sentence sentencing acquittal verdict plea",
    ),
    "hearing": ("testify appear", "hearing trial testimony inquest"),
    "seizure": ("seize confiscate intercept impound", "seizure interception confiscation"),
    "extradition": ("extradite deport expel repatriate hand", "extradition deportation expulsion"),
    "death": (
        "die kill murder assassinate execute slay drown perish lose",
        "death killing murder assassination execution slaying",
    ),
    "attack": (
        "attack bomb shoot raid ambush shell invade storm stab assault explode hijack detonate pepper-spray",
        "attack bombing shooting airstrike raid ambush invasion massacre assault clash shootout gunfire coup slaughter "
        "shelling offensive",
    ),
    "strike": ("strike walk", "strike walkout stoppage"),
    "protest": ("protest demonstrate march riot", "protest demonstration march uprising riot sit-in vigil"),
    "vote": (
        "vote elect ratify re-elect reelect approve veto pass reject win",
        "vote election referendum primary caucus ballot veto ratification runoff by-election",
    ),
    "ruling": ("rule overturn uphold strike_down dismiss deny block", "ruling judgment injunction"),
    "announcement": (
        "announce unveil release publish issue declare disclose order",
        "announcement publication declaration",
    ),
    "launch": ("launch open inaugurate", "launch opening inauguration"),
    "signing": ("sign ink", "signing"),
    "agreement": (
        "agree",
        "agreement deal pact treaty accord armistice truce ceasefire cease-fire settlement memorandum",
    ),
    "sanction": ("sanction blacklist ban fine fin suspend", "sanction embargo"),
    "appointment": (
        "appoint nominate name swear hire promote succeed replace take",
        "appointment nomination swearing-in",
    ),
    "resignation": (
        "resign quit fire oust dismiss impeach retire sack step stand remove",
        "resignation ouster dismissal impeachment retirement",
    ),
    "founding": ("found establish", "founding"),
    "lawsuit": ("sue", "lawsuit complaint suit"),
    "accident": (
        "crash collide capsize derail collapse sink",
        "crash collision accident derailment collapse explosion blast fire shipwreck gas_leak oil_spill",
    ),
    "disaster": (
        "erupt",
        "earthquake quake hurricane flood storm wildfire outbreak tornado typhoon tsunami landslide eruption cyclone "
        "avalanche mudslide",
    ),
    "test": ("test-fire", "missile_test nuclear_test"),
    "speech": ("address speak", "speech address keynote remarks"),
    "escape": ("escape flee", "escape"),
    "closure": ("close shut", "closure shutdown"),
    "withdrawal": ("withdraw", "withdrawal pullout"),
    "acquisition": ("acquire buy purchase merge", "acquisition merger takeover"),
    "release": ("free", ""),
}
"""Sorts with their verbs and nouns, a low line for a space."""

VERBS = {verb: kind for kind, (verbs, _) in reversed(EVENTS.items()) for verb in verbs.split()}
NOUNS = {noun.replace("_", " "): kind for kind, (_, nouns) in reversed(EVENTS.items()) for noun in nouns.split()}
TWO_WORDS = frozenset(noun for noun in NOUNS if " " in noun)


def words(text: str) -> frozenset[str]:
    """A set of words written with spaces between them."""
    return frozenset(text.split())


LOOSE = words(
    "acquire address agree appear approve arrival assembly ballot ban blast briefing buy call charge close "
    "closure collapse complaint conference convention conversation crash debate declare depart departure dialogue "
    "disclose discussion escape establish executive fire flee flood fly forum found gather gathering host issue "
    "judgment land launch luncheon memorandum merge name negotiation offensive open opening order outbreak plea "
    "primary protest publish purchase quit reject remark remarks remove retire return sanction sentence session "
    "settlement shut sink speak speech storm suit suspend tour trial verdict vote walk welcome win withdraw "
    "withdrawal "
)
"""Words with other common senses: they need a day, or a name beside them."""
DATED = words(
    "sit accuse agree acquire buy purchase merge land depart suspend remove withdraw flee escape close shut open"
)
"""Words that name a topic more often than an event: they need a day."""
BODIES = words("conference assembly council convention forum session congress dialogue")
"""Nouns that with "of" and a name are bodies: "the Conference of Bishops"."""
TOPICS = words("case matter file issue question chapter gap door eye deal book")
"""What is "closed" or "dropped" without a closure."""
FILED = words(
    "file bring unseal drop hold announce host attend order issue win launch carry make face impose stage mount"
)
"""Verbs that make an event of the noun they take: "charges were filed", "held talks"."""
CARRYING = FILED | words(
    "have lead join begin start open end conclude finish call cast chair conduct deliver give lose see survive sign "
    "reach strike broker clinch finalize finalise seal negotiate continue pay take happen occur come be follow suffer "
    "mark undergo enter address schedule plan set kill injure wound die convene arrange celebrate resume break destroy "
    "gut damage rip engulf sweep rock devastate claim flatten level"
)
"""Verbs whose time is that of the event that they take."""
MEETING_OBJECTS = words(
    "goal need requirement demand standard target deadline challenge criterion threshold expectation obligation fate "
    "end eye test condition quota cost bar mark objective criteria resistance response criticism opposition"
)
"""What is "met" without a meeting."""
PHONE = words("phone telephone video videolink zoom conference hotline")
LAWS = words(
    "bill law act resolution budget measure motion amendment legislation treaty reform constitution ordinance deal "
    "pact agreement plan proposal accord package levy rule"
)
"""What a body votes on."""
SIGNABLE = LAWS | words(
    "order decree contract memorandum declaration agreement deal truce ceasefire protocol letter charter communique "
    "communiqué petition pact convention document decree executive"
)
COURTS = words("court judge tribunal jury panel magistrate justice justices regulator commission appeals")
DOCUMENTS = words(
    "report statement video data figure result document book film album study paper guideline list letter order decree "
    "warrant communique communiqué warning alert advisory transcript tape footage email memo finding survey poll "
    "audit review apology photo image recording plan proposal strategy budget version decision number update"
)
"""What is "released" or "issued" in public."""
ORDERED = words(
    "inquiry investigation review probe evacuation closure mourning curfew lockdown recount audit shutdown strike "
    "airstrike ban recall halt day troop"
)
DECLARED = words(
    "emergency independence war bankruptcy ceasefire truce victory law state winner disaster curfew strike"
)
OPENED = words(
    "embassy office centre center plant school factory exhibition hospital bridge museum inquiry investigation probe "
    "branch consulate station store line airport terminal clinic review campus laboratory headquarters"
)
ADDRESSED = words(
    "nation parliament congress rally conference crowd assembly supporter audience summit convention senate country "
    "meeting forum delegate lawmaker council session"
)
WORKERS = words(
    "worker union teacher docker driver nurse staff employee doctor pilot miner dockworker labor labour railway "
    "writer actor physician crew labourer laborer member lecturer farmer technician engineer cleaner"
)
OF_ARMS = words("air missile drone military nuclear retaliatory artillery rocket bombing cruise precision israeli")
WEAPONS = words("missile rocket shot bullet tear gas round mortar salvo")
OF_BOMBS = words("bomb bomber suicide terror terrorist militant attacker grenade device bombing car-bomb explosives")
PROTESTERS = words("protester demonstrator activist protestor opponent marcher")
REPORTERS = words("reporter journalist media press newspaper outlet interviewer magazine correspondent")
ABSTRACT = words("imagination attention mood spirit essence vote share market data image moment heart power control")
VEHICLES = words(
    "plane jet aircraft airliner helicopter train tram bus minibus coach ferry boat ship car truck vessel tanker lorry "
    "van vehicle "
    "satellite drone building bridge roof wall mine gallery tower dam crane stand stage tunnel trawler barge submarine"
)
OFFICIAL = words("prosecutor police authority indictment detective grand jury complaint officer sheriff attorney")
CLINICAL = words("clinical phase vaccine drug late-stage field medical free market time")
ELECTIONS = words("election primary caucus race vote referendum runoff presidency seat term by-election")
PLANNING = words(
    "set schedule agree plan expect commit due intend prepare vow pledge promise decide slate poise arrange ready "
    "announce hope propose aim book gear about"
)
"""Words whose infinitive is planned: "is set to meet"."""
REAL = words("begin start continue manage help go come gather proceed use return rush happen get stop fly travel")
"""Words whose infinitive takes place: "went on to win", "came to visit"."""
REPORTING = words("say announce promise pledge vow tell add confirm state note report indicate write claim hear")
PLANNED_BEFORE = words(
    "planned upcoming next proposed future forthcoming scheduled possible potential expected another"
)
UNSURE = words("possible potential alleged hypothetical would-be another likely threatened proposed")
UNREAL_HEADS = words(
    "urge demand prevent avoid risk fear threat threaten want seek oppose propose request reject refuse suggest warn "
    "call ask need favor favour support consider discourage encourage discuss rule advocate hope contemplate deter"
)
"""Words whose event is only wished for, feared or talked about: "called for a strike", "the threat of an attack"."""
ATTACKS_IN_WORDS = words("for over as on")
ANSWERED_FOR = words(
    "thank praise accuse blame criticize criticise condemn charge convict suspect arrest fine sanction punish jail "
    "fault credit applaud indict acquit clear"
)
"""Verbs whose object did what stands behind "for" or "of": "thanked them for coming"."""
