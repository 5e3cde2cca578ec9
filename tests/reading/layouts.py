"""Ordinary layouts of reports, releases, speeches, briefings and interviews, with what each tells of itself."""

from typing import NamedTuple


class Layout(NamedTuple):
    """A text and what a reader sees in it at once; `blocks` are its blocks but paragraphs, as `kind:label`."""

    name: str
    text: str
    published: tuple[str, str] | None
    outlet: str | None
    title: str | None
    genre: str
    blocks: tuple[str, ...]
    authors: tuple[str, ...] = ()
    dateline: str | None = None


LEDE = "The government of Vardania said on Tuesday that it had closed the harbour of Torvik to foreign ships."
MORE = (
    '"We closed it at noon," Harbour Minister Oda Fenn told reporters. "It will stay closed for ten days."\n\n'
    "Lurland said that 14 of its ships were waiting outside, and that 300 sailors had run out of fresh water."
)

LAYOUTS = (
    Layout(
        "agency report, date at the end",
        f"Vardania says harbour is closed; Lurland disagrees\n\nTORVIK, Vardania (Reuters) - {LEDE}\n\n{MORE}\n\n"
        "(Reporting by Ilse Marrow; Editing by Bo Tarn)\n\nMarch 12, 2024\n",
        ("2024-03-12", "text"),
        "Reuters",
        "Vardania says harbour is closed; Lurland disagrees",
        "report",
        ("title", "furniture:dateline", "furniture:credits", "furniture:date"),
        dateline="TORVIK, Vardania",
    ),
    Layout(
        "agency report, credits over two lines",
        f"Vardania closes harbour\n\nTORVIK, March 12 (Reuters) - {LEDE}\n\n{MORE}\n\n"
        "Reporting by Ilse Marrow in Torvik and Cy Rue in Ostby\nEditing by Bo Tarn\n\n"
        "Our Standards: The Thomson Reuters Trust Principles.\n\n(Reuters, 12 March 2024)\n",
        ("2024-03-12", "text"),
        "Reuters",
        "Vardania closes harbour",
        "report",
        (
            "title",
            "furniture:dateline",
            "furniture:credits",
            "furniture:credits",
            "furniture:correction_link",
            "furniture:date",
        ),
        dateline="TORVIK",
    ),
    Layout(
        "minutes of evidence, labels that end in a full stop",
        "GENERAL COURT OF VARDANIA\nCOMMITTEE ON WATERWAYS\n\nThe Closing of Torvik Harbour\nOral evidence\n"
        "Tuesday, March 12, 2024\n\nThe CHAIR. Order. Mr. Tarn, you may begin.\n\n"
        "Mr. TARN. Thank you. We closed the harbour at noon.\n\nIt will open in ten days.\n\n"
        "Ms. RUE of Ostby. Who gave the order?\n\nMr. TARN. I did.\n\nThe CHAIR. Thank you.\n\n"
        "Ms. RUE of Ostby. And why?\n\nMr. TARN. Because of the ice.\n",
        ("2024-03-12", "text"),
        "General Court of Vardania",
        "The Closing of Torvik Harbour",
        "transcript",
        (
            "furniture:letterhead",
            "furniture:letterhead",
            "title",
            "heading",
            "furniture:date",
            "turn:The CHAIR",
            *["turn:Mr. TARN"] * 2,
            "turn:Ms. RUE of Ostby",
            "turn:Mr. TARN",
            "turn:The CHAIR",
            "turn:Ms. RUE of Ostby",
            "turn:Mr. TARN",
        ),
    ),
    Layout(
        "company's own statement, place and time above, notes below",
        "Torvik Docks statement on the closing of the harbour\n\nTorvik, 12 March 2024, 17:30\n\n"
        "Torvik Docks today answers questions about the harbour. We keep our ships at sea, and we pay our sailors.\n\n"
        "Our outlook for the year ending 31 March 2025 is unchanged.\n\n"
        "About Torvik Docks\nTorvik Docks is a harbour company with 300 workers.\n\n"
        "Contact for journalists: Oda Fenn, +999 1 555 2200\n\n"
        "Forward-looking statements: This text contains statements about the future.\n",
        ("2024-03-12", "text"),
        "Torvik Docks",
        "Torvik Docks statement on the closing of the harbour",
        "release",
        ("title", "furniture:date", "heading", "furniture:contact", "furniture:legal"),
    ),
    Layout(
        "association's report, its name above the title, dated by a month",
        "HARBOUR WATCH\nShut Out: Ships Before Torvik\nSummary report, March 2024\n\n"
        "Harbour Watch counted the ships before Torvik on four days. Harbour Watch found 14 of them.\n\n"
        "We call on the government to open the harbour. Harbour Watch will count again in May.\n",
        ("2024-03-01", "text"),
        "Harbour Watch",
        "Shut Out: Ships Before Torvik",
        "release",
        ("furniture:letterhead", "title", "furniture:date"),
    ),
    Layout(
        "release of a ministry's press desk, which the foot names again",
        "MINISTRY OF PORTS OF VARDANIA\nPress and Information Department\n\nTorvik, 12 March 2024\n\n"
        f"Harbour of Torvik to stay closed for ten days\n\nFOR IMMEDIATE RELEASE\n\n{LEDE}\n\n"
        "Media contact:\nPress and Information Department\n",
        ("2024-03-12", "text"),
        "Ministry of Ports of Vardania",
        "Harbour of Torvik to stay closed for ten days",
        "release",
        (
            "furniture:letterhead",
            "furniture:letterhead",
            "furniture:date",
            "title",
            "furniture:release_mark",
            "furniture:contact",
            "furniture:contact",
        ),
    ),
    Layout(
        "report under a section and one below it",
        f"World | Health\n\nHarbour closed in Vardania\n\nBy ILSE MARROW\nMARCH 12, 2024\n\nTORVIK — {LEDE}\n",
        ("2024-03-12", "text"),
        None,
        "Harbour closed in Vardania",
        "report",
        ("furniture:section", "title", "furniture:byline", "furniture:date", "furniture:dateline"),
        ("Ilse Marrow",),
        "TORVIK",
    ),
    Layout(
        "questions before a committee, numbered",
        "Ports and Waterways Committee\nOral evidence: Torvik Harbour, HC 412\nTuesday 12 March 2024\n\n"
        "Q1 Chair: Good morning. Who closed the harbour?\nDr Tarn: I did, because of the ice in the channel.\n\n"
        "Q2 Chair: And when will it open?\nDr Tarn: In ten days, if the weather allows us to.\n",
        ("2024-03-12", "text"),
        "Ports and Waterways Committee",
        "Oral evidence: Torvik Harbour, HC 412",
        "transcript",
        ("furniture:letterhead", "title", "furniture:date", "turn:Chair", "turn:Dr Tarn", "turn:Chair", "turn:Dr Tarn"),
    ),
    Layout(
        "hearing with a heading in capitals between turns",
        "Hearing on the Harbour\nMarch 12, 2024\n\nMr. Hale. The hearing will come to order, and I thank you all.\n"
        "Ms. Okoro. I disagree with the chairman.\nMr. Hale. We will hear from Dr. Lind.\n"
        "STATEMENT OF ERIC LIND, DIRECTOR\nDr. Lind. We closed it.\nMs. Okoro. Why?\nDr. Lind. Because of ice.\n",
        ("2024-03-12", "text"),
        None,
        "Hearing on the Harbour",
        "transcript",
        (
            "title",
            "furniture:date",
            "turn:Mr. Hale",
            "turn:Ms. Okoro",
            "turn:Mr. Hale",
            "heading",
            "turn:Dr. Lind",
            "turn:Ms. Okoro",
            "turn:Dr. Lind",
        ),
    ),
    Layout(
        "release carried by a service, its source at the foot",
        "TORVIK DOCKS TO CLOSE HARBOUR\n\nTORVIK, Vardania, March 12, 2024 /PRNewswire/ -- Torvik Docks Ltd. said "
        "that it will close the harbour for ten days.\n\nIt will open again on March 22.\n\nSOURCE Torvik Docks Ltd.\n",
        ("2024-03-12", "dateline"),
        "Torvik Docks Ltd.",
        "TORVIK DOCKS TO CLOSE HARBOUR",
        "release",
        ("title", "furniture:dateline", "furniture:release_mark"),
        dateline="TORVIK, Vardania",
    ),
    Layout(
        "report with the writer's post under the byline",
        f"Harbour closed in Vardania\n\nBy Ilse Marrow\nHarbour correspondent, Torvik\n\n12 March 2024\n\n{LEDE}\n",
        ("2024-03-12", "text"),
        None,
        "Harbour closed in Vardania",
        "report",
        ("title", "furniture:byline", "furniture:byline", "furniture:date"),
        ("Ilse Marrow",),
    ),
    Layout(
        "American agency, byline and updated line",
        f"Vardania closes its main harbour to foreign ships\nBy ILSE MARROW and BO TARN\n"
        f"Updated 4:12 PM EDT, March 12, 2024\n\nTORVIK, Vardania (AP) — {LEDE}\n\n{MORE}\n\n"
        "___\n\nMarrow reported from Ostby. Associated Press writer Cy Rue in Lurland contributed to this report.\n",
        ("2024-03-12", "text"),
        "AP",
        "Vardania closes its main harbour to foreign ships",
        "report",
        (
            "title",
            "furniture:byline",
            "furniture:date",
            "furniture:dateline",
            "furniture:end_mark",
            "furniture:credits",
        ),
        ("Ilse Marrow", "Bo Tarn"),
        "TORVIK, Vardania",
    ),
    Layout(
        "French agency, date and agency in brackets",
        f"Harbour closed in Vardania\n\nTorvik (Vardania), March 12, 2024 (AFP) - {LEDE}\n\n{MORE}\n\nim/bt/cr\n",
        ("2024-03-12", "dateline"),
        "AFP",
        "Harbour closed in Vardania",
        "report",
        ("title", "furniture:dateline", "furniture:credits"),
        dateline="Torvik (Vardania)",
    ),
    Layout(
        "broadcaster with a clock and a zone",
        f"Vardania: harbour closed to foreign ships\n\nPublished 10:30 GMT, 4 May 2024\n\nBy Ilse Marrow\nBBC News, "
        f"Torvik\n\n{LEDE}\n\n{MORE}\n",
        ("2024-05-04", "text"),
        "BBC News",
        "Vardania: harbour closed to foreign ships",
        "report",
        ("title", "furniture:date", "furniture:byline", "furniture:byline"),
        ("Ilse Marrow",),
    ),
    Layout(
        "place and day of the week under the title",
        f"Harbour closed in Vardania\nTorvik, Wednesday, 10 April 2024\n\n{LEDE}\n\n{MORE}\n",
        ("2024-04-10", "text"),
        None,
        "Harbour closed in Vardania",
        "report",
        ("title", "furniture:date"),
    ),
    Layout(
        "state agency",
        f"Premier opens bridge at Ostby\n\nOSTBY, April 10 (Xinhua) -- {LEDE}\n\n{MORE} Enditem\n",
        None,
        "Xinhua",
        "Premier opens bridge at Ostby",
        "report",
        ("title", "furniture:dateline", "furniture:end_mark"),
        dateline="OSTBY",
    ),
    Layout(
        "radio with day first",
        f"Harbour of Torvik closed\n\n10/04/2024\n\n25/04/2024 14:05\n\n{LEDE}\n\n{MORE}\n",
        ("2024-04-25", "text"),
        None,
        "Harbour of Torvik closed",
        "report",
        ("title", "furniture:date", "furniture:date"),
    ),
    Layout(
        "government release with a letterhead of two lines",
        "FOR IMMEDIATE RELEASE\nApril 3, 2024\n\nGovernment of Vardania\nMinistry of Information\n\n"
        f"Statement on the situation in Ostby\n\nTORVIK, April 3, 2024 - {LEDE}\n\n{MORE}\n\n"
        "###\nMedia contact: press@info.example\n",
        ("2024-04-03", "dateline"),
        "Ministry of Information",
        "Statement on the situation in Ostby",
        "release",
        (
            "furniture:release_mark",
            "furniture:date",
            "furniture:letterhead",
            "furniture:letterhead",
            "title",
            "furniture:dateline",
            "furniture:end_mark",
            "furniture:contact",
        ),
        dateline="TORVIK",
    ),
    Layout(
        "ministry release in capitals",
        "REPUBLIC OF VARDANIA\nMINISTRY OF FOREIGN AFFAIRS\n\nPRESS RELEASE\n\nTorvik, 3 May 2021\n\n"
        f"Vardania rejects the claims of Lurland\n\n{LEDE}\n\n{MORE}\n\nTorvik, 3 May 2021\n",
        ("2021-05-03", "text"),
        "Ministry of Foreign Affairs",
        "Vardania rejects the claims of Lurland",
        "release",
        (
            "furniture:letterhead",
            "furniture:letterhead",
            "furniture:release_mark",
            "furniture:date",
            "title",
            "furniture:date",
        ),
    ),
    Layout(
        "date and kind on one line",
        f"5 May 2023 | Press release\n\nNew rules for the harbour of Torvik\n\nDepartment for Harbours\n\n{LEDE}\n\n"
        f"{MORE}\n\nENDS\n\nNotes to editors\n\nFor further information, contact the press office on 020 555 0199.\n",
        ("2023-05-05", "text"),
        "Department for Harbours",
        "New rules for the harbour of Torvik",
        "release",
        (
            "furniture:date",
            "title",
            "furniture:letterhead",
            "furniture:end_mark",
            "heading",
            "furniture:contact",
        ),
    ),
    Layout(
        "company release",
        "For release: May 7, 2024\n\nContact:\nBo Tarn\nbo.tarn@fenn.example\n(555) 010-0199\n\n"
        f"Fenn Shipping Reports First Quarter Results\n\nTORVIK, Vardania, May 7, 2024 /PRNewswire/ -- Fenn Shipping "
        f"Inc. said that revenue rose 12 percent to $40 million.\n\n{MORE}\n\nAbout Fenn Shipping\n\n"
        "Fenn Shipping runs 40 ships and employs 900 people.\n\nSOURCE Fenn Shipping Inc.\n",
        ("2024-05-07", "dateline"),
        "Fenn Shipping Inc.",
        "Fenn Shipping Reports First Quarter Results",
        "release",
        (
            "furniture:date",
            "furniture:contact",
            "furniture:contact",
            "furniture:contact",
            "furniture:contact",
            "title",
            "furniture:dateline",
            "heading",
            "furniture:release_mark",
        ),
        dateline="TORVIK, Vardania",
    ),
    Layout(
        "thirty",
        f"NEWS RELEASE\n\nOffice of the Mayor of Torvik\n\nMayor Fenn Opens a Bridge\n\n{LEDE}\n\n{MORE}\n\n-30-\n\n"
        "Media contacts:\nBo Tarn, 555-010-0142\n",
        None,
        "Office of the Mayor of Torvik",
        "Mayor Fenn Opens a Bridge",
        "release",
        (
            "furniture:release_mark",
            "furniture:letterhead",
            "title",
            "furniture:end_mark",
            "furniture:contact",
            "furniture:contact",
        ),
    ),
    Layout(
        "press conference under a place and date",
        "Remarks by the Prime Minister at a press conference\nTorvik, April 10, 2024\n\n"
        "THE PRIME MINISTER: Good afternoon. We have no ships in Ostby. We left in February.\n"
        "We will open the road by July 1.\nQUESTION: Prime Minister, Anna Dell, River Radio. Was money paid?\n"
        "THE PRIME MINISTER: Not yet.\nMS. MARROW: We have time for one more.\nQUESTION: Is it true?\n"
        "THE PRIME MINISTER: No, that is false.\n",
        ("2024-04-10", "text"),
        None,
        "Remarks by the Prime Minister at a press conference",
        "transcript",
        (
            "title",
            "furniture:date",
            "turn:THE PRIME MINISTER",
            "turn:THE PRIME MINISTER",
            "turn:QUESTION",
            "turn:THE PRIME MINISTER",
            "turn:MS. MARROW",
            "turn:QUESTION",
            "turn:THE PRIME MINISTER",
        ),
    ),
    Layout(
        "daily briefing of a ministry",
        "Department Press Briefing – May 7, 2024\n\nBo Tarn, Spokesperson\n\nDepartment of Foreign Affairs\n\n"
        "1:14 p.m. EDT\n\nMR TARN: Good afternoon. I have one thing at the top.\n\nThe harbour is open again.\n\n"
        "QUESTION: Thank you. On the harbour, who closed it?\n\nMR TARN: I will let Vardania speak to that.\n\n"
        "QUESTION: (Inaudible.)\n\nMR TARN: No.\n\n(The briefing was concluded at 1:58 p.m.)\n\n# # #\n",
        ("2024-05-07", "text"),
        "Department of Foreign Affairs",
        "Department Press Briefing – May 7, 2024",
        "transcript",
        (
            "title",
            "heading",
            "furniture:letterhead",
            "heading",
            "turn:MR TARN",
            "turn:MR TARN",
            "turn:QUESTION",
            "turn:MR TARN",
            "turn:QUESTION",
            "turn:MR TARN",
            "heading",
            "furniture:end_mark",
        ),
    ),
    Layout(
        "encounter at the United Nations",
        "Press Encounter by the Secretary-General\n\n7 May 2024\n\nSecretary-General: I want to speak of the harbour. "
        "It must open.\n\nQ: Anna Dell, River Radio. Has Vardania answered you?\n\nSecretary-General: Not yet, but I "
        "hope that it will.\n\nQ: When will the envoy go there?\n\nSecretary-General: Next week. Thank you.\n",
        ("2024-05-07", "text"),
        None,
        "Press Encounter by the Secretary-General",
        "transcript",
        (
            "title",
            "furniture:date",
            "turn:Secretary-General",
            "turn:Q",
            "turn:Secretary-General",
            "turn:Q",
            "turn:Secretary-General",
        ),
    ),
    Layout(
        "noon briefing told in prose with names and outlets as labels",
        "Transcript of the press conference on the harbour\n\nOda Fenn (Minister): The harbour will open on Monday, as "
        "we have said.\n\nAnna Dell (BBC): Minister, who asked you to close it?\n\nOda Fenn (Minister): Nobody asked "
        "us.\n\nCy Rue (AFP): And the sailors?\n\nOda Fenn (Minister): They have water, as you know very well.\n",
        None,
        None,
        "Transcript of the press conference on the harbour",
        "transcript",
        (
            "title",
            "turn:Oda Fenn (Minister)",
            "turn:Anna Dell (BBC)",
            "turn:Oda Fenn (Minister)",
            "turn:Cy Rue (AFP)",
            "turn:Oda Fenn (Minister)",
        ),
    ),
    Layout(
        "interview in bold",
        "“We never meant to close it”\n\nBy Ilse Marrow | May 7, 2024\n\nOda Fenn has been harbour minister of "
        "Vardania since the spring. She spoke to Harbour News in Torvik.\n\n**Interviewer:** Why did you close the "
        "harbour?\n\n**Oda Fenn:** The pier was about to fall. We had to act.\n\n**Interviewer:** And now?\n\n"
        "**Oda Fenn:** Now we build a new one, by the end of June.\n",
        ("2024-05-07", "text"),
        None,
        "“We never meant to close it”",
        "interview",
        ("title", "furniture:byline", "turn:Interviewer", "turn:Oda Fenn", "turn:Interviewer", "turn:Oda Fenn"),
        ("Ilse Marrow",),
    ),
    Layout(
        "interview in bold letters",
        "Fenn on the harbour\n\n**Q.** Why did you close the harbour?\n\n**A.** The pier was about to fall.\n\n"
        "**Q.** And now?\n\n**A.** Now we build a new one, by the end of June.\n",
        None,
        None,
        "Fenn on the harbour",
        "interview",
        ("title", "turn:Q", "turn:A", "turn:Q", "turn:A"),
    ),
    Layout(
        "short interview",
        "Interview with the harbour minister\n\nTorvik, 7 May 2024\n\nQ: Why did you close the harbour?\n"
        "A: The pier was about to fall.\n",
        ("2024-05-07", "text"),
        None,
        "Interview with the harbour minister",
        "interview",
        ("title", "furniture:date", "turn:Q", "turn:A"),
    ),
    Layout(
        "numbered speakers",
        "Hearing on the harbour, 7 May 2024\n\nSpeaker 1: Please sit down, everybody, and let us begin.\n"
        "Speaker 2: Thank you. I counted 14 ships on that day.\nSpeaker 1: Who was with you at the pier?\n"
        "Speaker 2: Nobody was with me.\n",
        ("2024-05-07", "text"),
        None,
        "Hearing on the harbour, 7 May 2024",
        "transcript",
        ("title", "turn:Speaker 1", "turn:Speaker 2", "turn:Speaker 1", "turn:Speaker 2"),
    ),
    Layout(
        "parliament with seats and parties in brackets",
        "Oral Answers to Questions\n\nTuesday 7 May 2024\n\nIlse Marrow (Ostby) (Lab): What steps is the Minister "
        "taking to open the harbour?\n\nThe Minister for Harbours (Oda Fenn): We are taking every step that we can. "
        "The harbour will open by Friday.\n\nIlse Marrow: The Minister said so last week. Will she resign?\n\n"
        "Oda Fenn: I will not.\n\nMr Speaker: Order. We must move on.\n",
        ("2024-05-07", "text"),
        None,
        "Oral Answers to Questions",
        "transcript",
        (
            "title",
            "furniture:date",
            "turn:Ilse Marrow (Ostby) (Lab)",
            "turn:The Minister for Harbours (Oda Fenn)",
            "turn:Ilse Marrow",
            "turn:Oda Fenn",
            "turn:Mr Speaker",
        ),
    ),
    Layout(
        "debate with courtesy titles",
        "House of Deputies\nDebate on the Harbour Bill\n7 May 2024\n\nMr PRICE (Ostby North): I move that the bill be "
        "read a second time.\n\nMs FENN: I oppose it. It costs 40 million crowns.\n\nMr PRICE: It costs 30 million.\n\n"
        "The SPEAKER: Order. The house will divide.\n",
        ("2024-05-07", "text"),
        "House of Deputies",
        "Debate on the Harbour Bill",
        "transcript",
        (
            "furniture:letterhead",
            "title",
            "furniture:date",
            "turn:Mr PRICE (Ostby North)",
            "turn:Ms FENN",
            "turn:Mr PRICE",
            "turn:The SPEAKER",
        ),
    ),
    Layout(
        "readout with an issuer in capitals",
        "THE WHITE HOUSE\nOffice of the Press Secretary\nFOR IMMEDIATE RELEASE\nMay 7, 2024\n\nReadout of the "
        f"President’s Call with Premier Tarn of Vardania\n\n{LEDE}\n\n{MORE}\n\n###\n",
        ("2024-05-07", "text"),
        "The White House",
        "Readout of the President’s Call with Premier Tarn of Vardania",
        "release",
        (
            "furniture:letterhead",
            "furniture:letterhead",
            "furniture:release_mark",
            "furniture:date",
            "title",
            "furniture:end_mark",
        ),
    ),
    Layout(
        "remarks of a president with a place and a clock",
        "May 7, 2024\n\nRemarks by President Tarn at the Harbour\n\nHarbour Hall\nTorvik, Vardania\n\n11:02 A.M. EDT"
        "\n\nTHE PRESIDENT: Good morning, everyone. (Applause.) Please, sit down.\n\nWe open this harbour today, and "
        "we will open three more by 2026.\n\n11:20 A.M. EDT\n",
        ("2024-05-07", "text"),
        None,
        "Remarks by President Tarn at the Harbour",
        "transcript",
        (
            "furniture:date",
            "title",
            "heading",
            "heading",
            "heading",
            "turn:THE PRESIDENT",
            "turn:THE PRESIDENT",
            "heading",
        ),
    ),
    Layout(
        "press release of the United Nations with a symbol",
        "7 May 2024\nSG/SM/22222\n\nSecretary-General Welcomes Opening of Harbour\n\nThe following statement was "
        f"issued today by the Spokesperson for the Secretary-General:\n\n{LEDE}\n\n{MORE}\n\n"
        "For information media. Not an official record.\n",
        ("2024-05-07", "text"),
        None,
        "Secretary-General Welcomes Opening of Harbour",
        "release",
        ("furniture:date", "furniture:release_mark", "title", "furniture:release_mark"),
    ),
    Layout(
        "statement with a number, a press office and a colon after the dateline",
        "The Federal Republic of Vardania\nMinistry of Foreign Affairs\nSpokesperson's Office\n\nPRESS STATEMENT No. "
        f"14/2024\n\nVardania welcomes the truce\n\nTorvik - 7 May 2024: {LEDE}\n\n"
        '"We will send 200 observers by June 30, 2025," Foreign Minister Oda Fenn said.\n\nTorvik, 7 May 2024\n',
        ("2024-05-07", "dateline"),
        "Ministry of Foreign Affairs",
        "Vardania welcomes the truce",
        "release",
        (*("furniture:letterhead",) * 3, "furniture:release_mark", "title", "furniture:dateline", "furniture:date"),
        dateline="Torvik",
    ),
    Layout(
        "a date glued to its clock, a dateline of its own line",
        f"Vardania Opens a Crossing\nMay 7, 20244:12 PM GMT+3\n\nTORVIK —\n{LEDE}\n\n{MORE}\n",
        ("2024-05-07", "text"),
        None,
        "Vardania Opens a Crossing",
        "report",
        ("title", "furniture:date", "furniture:dateline"),
        dateline="TORVIK",
    ),
    Layout(
        "interview that goes over to short labels",
        "Interview: “We will not leave”\n\nIn an interview with Harbour News, Oda Fenn spoke about the border.\n\n"
        "Harbour News: Minister, will you leave?\n\nOda Fenn: No. We will not leave until the truce holds.\n\n"
        "HN: When will that be?\n\nFenn: By the summer, we hope.\n\nHN: And then?\n\nFenn: Then we go home.\n",
        None,
        None,
        "Interview: “We will not leave”",
        "interview",
        ("title", "turn:Harbour News", "turn:Oda Fenn", *("turn:HN", "turn:Fenn") * 2),
    ),
    Layout(
        "agency and date in brackets under the title",
        f"Lurland denies that ships crossed the border\n(Reuters, 3 May 2021)\n\n{LEDE}\n\n{MORE}\n",
        ("2021-05-03", "text"),
        "Reuters",
        "Lurland denies that ships crossed the border",
        "report",
        ("title", "furniture:date"),
    ),
    Layout(
        "today with its date",
        f"Harbour closed\n\nTORVIK — Vardania closed the harbour today (Tuesday, 5 May 2020).\n\n{MORE}\n",
        ("2020-05-05", "text"),
        None,
        "Harbour closed",
        "report",
        ("title", "furniture:dateline"),
        dateline="TORVIK",
    ),
)

NOT_PUBLISHED_THEN = (
    f"Harbour closed\n\n{LEDE}\n\nThe pier was built on May 5, 1998, and repaired on June 7, 2019.\n\n{MORE}",
    f"Harbour closed\n\n{LEDE}\n\nTorvik, June 7, 2019, was where the pier broke first.\n\n{MORE}",
    f"Harbour closed\n\n{LEDE}\n\n{MORE}\n\nTorvik was rebuilt after the flood of June 7, 2019",
    f"Harbour closed\n\n{LEDE}\n\n{MORE}\n\nCORRECTION:\n\nThe pier is not old.\n\nFriday, June 7, 2019.",
    f"Harbour closed\n\n03/04/2024\n\n{LEDE}\n\n{MORE}",
    f"Harbour closed\n\n{MORE}\n\nMay 5, 1998\n\n{LEDE}\n\n{MORE} Again.",
)
"""Texts with a date that is not their own."""

PROSE_WITH_COLONS = (
    f"{LEDE}\n\nHe said: “We are closed.”\n\nShe said: “We are not.”\n\nHe said: “We will see.”\n\nShe said: “Yes.”",
    f"{LEDE}\n\nNote: The pier is old.\n\nNote: The pier is closed.\n\nNote: The pier is not safe at all today.",
    f"{LEDE}\n\nThe minister added: “We are closed for ten days.”\n\nThe mayor replied: “That is too long for us.”",
    f"{LEDE}\n\nOn ships: They may wait outside for ten days.\n\nOn sailors: They may land in Ostby for water.\n\n"
    "On fish: It may be sold in the market.\n\nOn coal: It may not be sold in the market of the town.",
    f"{LEDE}\n\nCost: It would be 40 million crowns a year.\n\nTime: It would take three years.\n\n"
    "Cost: It would be 30 million crowns a year.\n\nTime: It would take four years.",
    f"{LEDE}\n\nFenn’s statement reads: The pier is old and will be closed.\n\nTarn’s reads: The pier is new.",
    f"{LEDE}\n\nBREAKING: The harbour is closed.\n\nUPDATE: The harbour is open.\n\nBREAKING: It is closed again.",
    f"{LEDE}\n\nJune 7: The pier breaks.\n\nJune 8: The harbour closes.\n\nJune 9: Lurland protests at the closure.",
)
"""Lines that end a few words with a colon, and none of them a speaker's label."""
